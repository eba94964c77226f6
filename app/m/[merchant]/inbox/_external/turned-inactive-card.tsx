import { dismiss } from "@/app/m/[merchant]/inbox/actions";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { Money } from "@/lib/ui/money";
import { PageLink } from "@/lib/ui/page-link";

/** A link that became inactive upstream, which somebody should know. */
export function TurnedInactiveCard({ link, path }: { link: PaymentLink; path: string }) {
  const t = useTranslations("inbox");
  const labels = useTranslations("link");
  return (
    <div className="flex items-center justify-between gap-3 py-3">
      <PageLink href={path} className="grid min-w-0 flex-1 no-underline">
        <span className="font-bold">
          {link.amountMinor !== null && link.currency ? (
            <Money amountMinor={link.amountMinor} currency={link.currency} />
          ) : (
            labels("noAmount")
          )}
        </span>
        <span dir="auto" className="truncate text-muted">
          {link.description ?? labels("noDescription")}
        </span>
      </PageLink>
      <ActionButton
        action={dismiss}
        name={`dismiss-${link.id}`}
        pending={t("seen")}
        className="button-quiet"
        fields={{ linkId: link.id }}
      >
        {t("seen")}
      </ActionButton>
    </div>
  );
}
