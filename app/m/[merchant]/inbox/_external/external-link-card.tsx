import { dismiss } from "@/app/m/[merchant]/inbox/actions";
import { UpstreamLink } from "@/app/m/[merchant]/inbox/upstream-link";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import type { CurrencyCode } from "@/lib/money/currencies";
import { ActionButton } from "@/lib/ui/form/action-button";
import { AnnotateDetails } from "./annotate-details";

/** A link made outside Cobro: look at it, annotate it, or dismiss it. */
export function ExternalLinkCard({
  link,
  usedCurrencies,
}: {
  link: PaymentLink;
  usedCurrencies: readonly CurrencyCode[];
}) {
  const t = useTranslations("inbox");
  return (
    <div className="grid gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <UpstreamLink link={link} />
        <ActionButton
          action={dismiss}
          name={`dismiss-${link.id}`}
          pending={t("dismiss")}
          className="button-quiet"
          fields={{ linkId: link.id }}
        >
          {t("dismiss")}
        </ActionButton>
      </div>
      <AnnotateDetails link={link} usedCurrencies={usedCurrencies} summary={t("addDetails")} />
    </div>
  );
}
