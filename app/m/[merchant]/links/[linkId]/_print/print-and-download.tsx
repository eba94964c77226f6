import { withQuery } from "@/app/m/[merchant]/links/_print/print-choices";
import { useTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";

/** The filters of the history in which the link was opened. They stay in the addresses, for the way back. */
export type PrintSearch = Readonly<Record<string, string | undefined>>;

/** Links to the code as a file and on paper. `path` is the link's page; `id` is part of the files' names. */
export function PrintAndDownload({ path, search, id }: { path: string; search: PrintSearch; id: string }) {
  const t = useTranslations("print");
  return (
    <>
      <PageLink href={withQuery(`${path}/poster`, search)} className="tool i-printer">
        {t("posterTitle")}
      </PageLink>
      <a href={`${path}/qr.svg`} download={`${id}.svg`} className="tool i-download">
        {t("svg")}
      </a>
      <a href={`${path}/qr.png`} download={`${id}.png`} className="tool i-download">
        {t("png")}
      </a>
      <PageLink href={withQuery(`${path}/qr`, search)} className="tool i-gear">
        {t("sizesAndColors")}
      </PageLink>
    </>
  );
}
