import type { ReactNode } from "react";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import type { ComparedCandidate } from "@/lib/domain/payment-links/inbox/find-candidate";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import { formatMoney } from "@/lib/money/format-money";
import { Icon } from "@/lib/ui/icon";
import { ModeTag } from "@/lib/ui/mode-tag";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { Money } from "@/lib/ui/money";

/** Shows what is known of both links side by side, and marks what differs. */
export function CompareLinks({
  found: { link, candidate, differs },
  merchant: { timeZone, mode },
}: {
  found: ComparedCandidate;
  merchant: MemberMerchant;
}) {
  const t = useTranslations("match");
  const labels = useTranslations("link");
  const moments = useMoments(timeZone);
  const when = ({ createdAt }: PaymentLink) =>
    moments.toText(createdAt, { dateStyle: "medium", timeStyle: "medium" });
  const isNoted = candidate.amountMinor !== null;
  const unread = <span className="text-muted">{t("onItsPage")}</span>;
  return (
    <section className="grid gap-2">
      {link.mode !== mode && <ModeTag mode={link.mode} showLive />}
      <p aria-hidden="true" className={`${columns} text-small font-bold`}>
        <span>{t("asked")}</span>
        <span>{t("found")}</span>
      </p>
      <ul className="divide-y divide-line border-y border-line">
        <Line
          label={t("amount")}
          asked={<Amount link={link} />}
          found={isNoted ? <Amount link={candidate} /> : unread}
          difference={differs.includes("amount") ? t("otherAmount") : null}
        />
        <Line
          label={t("description")}
          asked={
            <>
              <bdi>{link.description}</bdi>{" "}
              {link.reference && (
                <span className="whitespace-nowrap font-mono text-small">
                  {labels("reference", { reference: link.reference })}
                </span>
              )}
            </>
          }
          found={isNoted ? <bdi>{candidate.description}</bdi> : unread}
          difference={differs.includes("description") ? t("otherText") : null}
        />
        <Line label={t("when")} asked={when(link)} found={t("foundAt", { when: when(candidate) })} />
      </ul>
      <p className="font-mono text-small text-muted wrap-anywhere">{candidate.url}</p>
      {isNoted && <p className="text-small text-muted">{t("noted")}</p>}
      {candidate.active === false && <p className="font-bold text-caution">{t("inactive")}</p>}
    </section>
  );
}

const columns = "grid grid-cols-2 gap-3";

function Line({
  label,
  asked,
  found,
  difference = null,
}: {
  label: string;
  asked: ReactNode;
  found: ReactNode;
  difference?: string | null;
}) {
  const t = useTranslations("match");
  return (
    <li className="grid gap-1 py-2">
      <span className="text-small text-muted">{label}</span>
      <div className={columns}>
        <p className="wrap-anywhere">
          <span className="sr-only">{t("asked")} </span>
          {asked}
        </p>
        <div
          className={`wrap-anywhere ${difference ? "rounded-box border-2 border-danger p-2 font-bold" : ""}`}
        >
          <span className="sr-only">{t("found")} </span>
          {found}
          {difference && (
            <span className="flex items-center gap-1 text-small text-danger">
              <Icon name="cross" className="size-4" />
              {difference}
            </span>
          )}
        </div>
      </div>
    </li>
  );
}

/** Not wider than its column, which on a phone is less than half of the screen. */
function Amount({ link: { amountMinor, currency } }: { link: PaymentLink }) {
  const locale = useLocale();
  if (amountMinor === null || !currency) return null;
  const ems = formatMoney(amountMinor, currency, locale).length * 0.6;
  return (
    <span className="@container block font-bold">
      <span style={{ fontSize: `min(1.375rem, ${(100 / ems).toFixed(2)}cqi)` }}>
        <Money amountMinor={amountMinor} currency={currency} />
      </span>
    </span>
  );
}
