import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { AnnotateForm } from "./annotate-form";

/** A folded form to add the amount and description of an external link. */
export function AnnotateDetails({
  link,
  currency,
  summary,
  children,
}: {
  link: PaymentLink;
  /** The currency that is selected at first. */
  currency: string;
  summary: string;
  children?: ReactNode;
}) {
  const t = useTranslations("inbox");
  const labels = useTranslations("newLink");
  const locale = useLocale();
  return (
    <details>
      <summary className="link touch text-small">{summary}</summary>
      {children}
      <AnnotateForm
        linkId={link.id}
        currency={currency}
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
    </details>
  );
}
