import { isExpired, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";

/** Why there is nothing to print: a code that leads nowhere is worse than none. */
export function NotPrintable({ link, path }: { link: PaymentLink; path: string }) {
  const t = useTranslations("print");
  const why = toReason(link);
  return (
    <div className="grid gap-5">
      <PageTitle>{t("posterTitle")}</PageTitle>
      <EmptyState title={t(`${why}Title`)} text={t(`${why}Text`)}>
        <PageLink href={path} className="button button-quiet">
          {t("backToLink")}
        </PageLink>
      </EmptyState>
    </div>
  );
}

function toReason(link: PaymentLink): "inactive" | "ended" | "notReady" {
  if (link.state !== "ready") return "notReady";
  if (link.cancelledAt !== null || isExpired(link)) return "ended";
  return link.active === false ? "inactive" : "notReady";
}
