import { AnnotateDetails } from "@/app/m/[merchant]/inbox/_external/annotate-details";
import { match } from "@/app/m/[merchant]/inbox/actions";
import { isolate } from "@/lib/core/isolate";
import { merchantPaths } from "@/lib/core/merchant-paths";
import type { MemberMerchant } from "@/lib/domain/members/schema";
import type { ComparedCandidate } from "@/lib/domain/payment-links/inbox/find-candidate";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import type { CurrencyCode } from "@/lib/money/currencies";
import { formatMoney } from "@/lib/money/format-money";
import { ActionButton } from "@/lib/ui/form/action-button";
import { FormError } from "@/lib/ui/form/form-error";
import { Icon } from "@/lib/ui/icon";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { useMoments } from "@/lib/ui/moments/use-moments";
import { RefreshWhile } from "@/lib/ui/refresh-while";

/** Asks the person to open the candidate, and then whether it is this link. Cannot be confirmed when the amounts differ. */
export function ConfirmMatch({
  found: { link, candidate, differs, openedAt },
  merchant: { slug, timeZone },
  usedCurrencies,
}: {
  found: ComparedCandidate & { openedAt: Date | null };
  merchant: MemberMerchant;
  usedCurrencies: readonly CurrencyCode[];
}) {
  const t = useTranslations("match");
  const inbox = useTranslations("inbox");
  const moments = useMoments(timeZone);
  const paths = merchantPaths(slug);
  const [asked, other] = [useAmount(link), useAmount(candidate)];
  if (differs.includes("amount")) return <FormError error={t("differs", { asked, found: other })} />;
  return (
    <section className="grid gap-3 rounded-box border border-line bg-surface p-4">
      <p className={openedAt ? "text-small text-muted" : ""}>
        {openedAt ? t("opened", { when: moments.toTextToday(openedAt) }) : t("openFirst")}
      </p>
      <a
        href={paths.openCandidate(link.id, candidate.id)}
        target="_blank"
        rel="noreferrer"
        className={openedAt ? "link touch w-fit gap-2 text-small" : "button button-primary"}
      >
        <Icon name="external" />
        {openedAt ? t("openAgain") : t("open")}
      </a>
      {!openedAt && <RefreshWhile path={paths.candidate(link.id, candidate.id)} everySeconds={1} />}
      <div role="status" className="grid gap-4">
        {openedAt && (
          <>
            <p className="font-bold wrap-anywhere">
              <IsolatedText>
                {t("question", { amount: isolate(asked), description: isolate(link.description ?? "") })}
              </IsolatedText>
            </p>
            <ActionButton
              action={match}
              name={`match-${link.id}-${candidate.id}`}
              pending={t("confirming")}
              className="button-primary"
              fields={{
                ...{ linkId: link.id, candidateId: candidate.id },
                ...{ amountMinor: String(link.amountMinor), currency: link.currency ?? "" },
              }}
            >
              {inbox("useLink")}
            </ActionButton>
          </>
        )}
      </div>
      {openedAt && candidate.amountMinor === null && (
        <AnnotateDetails link={candidate} usedCurrencies={usedCurrencies} summary={t("another")}>
          <p className="text-muted">{t("anotherText")}</p>
        </AnnotateDetails>
      )}
    </section>
  );
}

/** The amount as the reader writes it; empty when it is not known. */
function useAmount({ amountMinor, currency }: PaymentLink): string {
  const locale = useLocale();
  return amountMinor === null || !currency ? "" : formatMoney(amountMinor, currency, locale);
}
