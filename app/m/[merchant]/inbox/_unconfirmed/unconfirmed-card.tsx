import { CandidateRow } from "@/app/m/[merchant]/inbox/_unconfirmed/candidate-row";
import { createAgain } from "@/app/m/[merchant]/inbox/actions";
import { isolate } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import type { UnconfirmedLink } from "@/lib/domain/payment-links/inbox/get-inbox";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { Icon } from "@/lib/ui/icon";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { ModeTag } from "@/lib/ui/mode-tag";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { Money } from "@/lib/ui/money";
import { PageLink } from "@/lib/ui/page-link";

/** An unconfirmed link, with the candidates found upstream since, and the two ways to decide about it. */
export function UnconfirmedCard({
  unconfirmed: { link, candidates, moreAfter },
  merchant: { id: business, slug, timeZone, mode },
}: {
  unconfirmed: UnconfirmedLink;
  merchant: MemberMerchant;
}) {
  const t = useTranslations("inbox");
  const unconfirmedLinks = useTranslations("unconfirmedLinks");
  const labels = useTranslations("link");
  const moments = useMoments(timeZone);
  const when = moments.toText(link.createdAt);
  return (
    <section className="grid gap-4 rounded-box border-2 border-caution bg-surface p-5">
      <div className="grid grid-cols-[auto_1fr] gap-3">
        <Icon name="question" className="mt-0.5 size-6 text-caution" />
        <div role="status">
          <h2>{t("unconfirmedTitle")}</h2>
          <p className="text-muted">{t("unconfirmedText")}</p>
        </div>
      </div>
      <div className="grid gap-1">
        {/* Live is named too when the frame shows another mode. */}
        <ModeTag mode={link.mode} showLive={mode !== "live"} />
        {link.amountMinor !== null && link.currency && (
          <p className="text-title font-bold">
            <Money amountMinor={link.amountMinor} currency={link.currency} />
          </p>
        )}
        <p dir="auto" className="wrap-anywhere">
          {link.description}{" "}
          {link.reference && (
            <bdi className="mx-1 whitespace-nowrap font-mono text-small">
              {labels("reference", { reference: link.reference })}
            </bdi>
          )}
        </p>
        <p className="text-small text-muted">
          <IsolatedText>{t("madeBy", { name: isolate(link.createdBy?.name ?? ""), when })}</IsolatedText>
        </p>
      </div>
      <div className="grid gap-2">
        {/* One element for both texts: a screen reader announces when something was found. */}
        <p role="status">{candidates.length === 0 ? t("noCandidates") : t("candidates")}</p>
        {candidates.length > 0 && (
          <ul className="divide-y divide-line border-y border-line">
            {candidates.map((candidate) => (
              <li key={candidate.id}>
                <CandidateRow linkId={link.id} candidate={candidate} slug={slug} timeZone={timeZone} />
              </li>
            ))}
          </ul>
        )}
        {moreAfter && (
          <PageLink href={merchantPaths(slug).unconfirmed(link.id, moreAfter)} className="link touch w-fit">
            {unconfirmedLinks("moreFound")}
          </PageLink>
        )}
      </div>
      <ActionButton
        action={createAgain}
        name={`again-${link.id}`}
        pending={t("createAgainPending")}
        className="button-quiet"
        fields={{ mode: link.mode, business, linkId: link.id, intentId: crypto.randomUUID() }}
      >
        {t("createAgain")}
      </ActionButton>
    </section>
  );
}
