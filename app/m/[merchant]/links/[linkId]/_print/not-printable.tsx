import { useTranslations } from "next-intl";
import { type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import { EmptyState } from "@/lib/ui/empty-state";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";

/** Why there is nothing to print: a code that leads nowhere is worse than none. */
export function NotPrintable({ link, path }: { link: PaymentLink; path: string }) {
  const t = useTranslations("print");
  const isInactive = toShownState(link) === "inactive";
  return (
    <div className="grid gap-5">
      <PageTitle>{t("posterTitle")}</PageTitle>
      <EmptyState
        title={isInactive ? t("inactiveTitle") : t("notReadyTitle")}
        text={isInactive ? t("inactiveText") : t("notReadyText")}
      >
        <PageLink href={path} className="button button-quiet">
          {t("backToLink")}
        </PageLink>
      </EmptyState>
    </div>
  );
}
