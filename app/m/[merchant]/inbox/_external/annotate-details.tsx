import type { ReactNode } from "react";
import { Fold } from "@/app/_fold/fold";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useLocale, useTranslations } from "@/lib/i18n/translations";
import type { CurrencyCode } from "@/lib/money/currencies";
import { AnnotateForm } from "./annotate-form";

/** A folded form to add the amount and description of an external link. */
export function AnnotateDetails({
  link,
  usedCurrencies,
  summary,
  children,
}: {
  link: PaymentLink;
  /** The first is selected at first. */
  usedCurrencies: readonly CurrencyCode[];
  summary: string;
  children?: ReactNode;
}) {
  const t = useTranslations("inbox");
  const labels = useTranslations("newLink");
  const locale = useLocale();
  return (
    <Fold forms={[`annotate-${link.id}`]}>
      <summary className="link touch text-small">{summary}</summary>
      {children}
      <AnnotateForm
        linkId={link.id}
        usedCurrencies={usedCurrencies}
        locale={locale}
        labels={{
          amount: labels("amount"),
          currency: labels("currency"),
          description: labels("description"),
          interpretations: labels("interpretations"),
          submit: t("save"),
          pending: t("saving"),
        }}
      />
    </Fold>
  );
}
