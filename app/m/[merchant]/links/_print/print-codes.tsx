import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";

/** The link from the history to sheets of its codes. */
export function PrintCodes({ href }: { href: string }) {
  const t = useTranslations("print");
  return (
    <PageLink href={href} className="link touch w-fit gap-2 text-small">
      <Icon name="printer" className="size-4" />
      {t("printMany")}
    </PageLink>
  );
}
