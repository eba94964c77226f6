import { useTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";

/** The link from the history to sheets of its codes. */
export function PrintCodes({ href }: { href: string }) {
  const t = useTranslations("print");
  return (
    <PageLink href={href} className="tool i-printer">
      {t("printMany")}
    </PageLink>
  );
}
