import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";

/** In place of the code of a link that is marked as paid, so that nobody pays it a second time by mistake. */
export function PaidWarning({ anywayPath }: { anywayPath: string }) {
  const t = useTranslations("paid");
  return (
    <div role="status" className="grid grid-cols-[auto_1fr] gap-3">
      <Icon name="check" className="mt-0.5 size-6" />
      <div className="grid gap-1">
        <h2>{t("warningTitle")}</h2>
        <p className="text-muted">{t("warningText")}</p>
        <PageLink href={anywayPath} className="link touch w-fit">
          {t("anyway")}
        </PageLink>
      </div>
    </div>
  );
}
