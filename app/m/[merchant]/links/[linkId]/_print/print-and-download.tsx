import { withQuery } from "@/app/m/[merchant]/links/_print/print-choices";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";

/** The filters of the history in which the link was opened. They stay in the addresses, for the way back. */
export type PrintSearch = Readonly<Record<string, string | undefined>>;

/** Links to the code as a file and on paper. `path` is the link's page; `id` is part of the files' names. */
export function PrintAndDownload({ path, search, id }: { path: string; search: PrintSearch; id: string }) {
  const t = useTranslations("print");
  const quiet = "link touch gap-2 text-small";
  return (
    <>
      <PageLink href={withQuery(`${path}/poster`, search)} className={quiet}>
        <Icon name="printer" className="size-4" />
        {t("posterTitle")}
      </PageLink>
      <a href={`${path}/qr.svg`} download={`${id}.svg`} className={quiet}>
        <Icon name="download" className="size-4" />
        {t("svg")}
      </a>
      <a href={`${path}/qr.png`} download={`${id}.png`} className={quiet}>
        <Icon name="download" className="size-4" />
        {t("png")}
      </a>
      <PageLink href={withQuery(`${path}/qr`, search)} className={quiet}>
        <Icon name="gear" className="size-4" />
        {t("sizesAndColors")}
      </PageLink>
    </>
  );
}
