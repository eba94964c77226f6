import { useLocale, useTranslations } from "next-intl";
import { dismiss } from "@/app/m/[merchant]/inbox/actions";
import type { PaymentLink } from "@/lib/payment-links/schema";
import { ActionButton } from "@/lib/ui/form/action-button";
import { DescribeForm } from "./describe-form";
import { UpstreamLink } from "./upstream-link";

/** A link made outside Cobro: look at it, write down what it is for, or put it aside. */
export function StrangerCard({ link, currency }: { link: PaymentLink; currency: string }) {
  const t = useTranslations("inbox");
  const words = useTranslations("newLink");
  return (
    <div className="grid gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <UpstreamLink link={link} />
        <ActionButton
          action={dismiss}
          pending={t("dismiss")}
          className="button-quiet"
          fields={{ linkId: link.id }}
        >
          {t("dismiss")}
        </ActionButton>
      </div>
      <details>
        <summary className="link touch text-small">{t("describe")}</summary>
        <DescribeForm
          linkId={link.id}
          currency={currency}
          locale={useLocale()}
          words={{
            amount: words("amount"),
            currency: words("currency"),
            description: words("description"),
            readings: words("readings"),
            submit: t("save"),
            pending: t("saving"),
          }}
        />
      </details>
    </div>
  );
}
