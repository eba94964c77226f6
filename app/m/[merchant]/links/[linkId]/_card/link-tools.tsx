import {
  PrintAndDownload,
  type PrintSearch,
} from "@/app/m/[merchant]/links/[linkId]/_print/print-and-download";
import { isShareable, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { PageLink } from "@/lib/ui/page-link";

/** What else can be done with a link: its code as a file, its pay page, another link like it. */
export function LinkTools({
  link,
  path,
  search,
  newPath,
  pointPath,
  templatePath,
}: {
  link: PaymentLink;
  path: string;
  /** The filters of the history in which the link was opened. */
  search: PrintSearch;
  /** Null for a person who may not create links. */
  newPath: string | null;
  /** Where its code is pointed at another link; null for a person who may not. */
  pointPath: string | null;
  /** Null for a person who may not save templates. */
  templatePath: string | null;
}) {
  const t = useTranslations("link");
  const templates = useTranslations("templates");
  const point = useTranslations("point");
  return (
    <div className="flex flex-wrap gap-x-6">
      {isShareable(link) && <PrintAndDownload path={path} search={search} id={link.id} />}
      {link.state === "ready" && link.url && (
        <a href={link.url} target="_blank" rel="noreferrer" className="tool i-external">
          {t("open")}
        </a>
      )}
      {newPath && link.amountMinor !== null && link.state !== "unknown" && (
        <PageLink href={`${newPath}?from=${link.id}`} className="tool i-repeat">
          {link.state === "rejected" ? t("tryAgain") : t("duplicate")}
        </PageLink>
      )}
      {pointPath && (
        <PageLink href={pointPath} className="tool i-share">
          {point("title")}
        </PageLink>
      )}
      {templatePath && link.amountMinor !== null && (
        <PageLink href={`${templatePath}?from=${link.id}`} className="tool i-plus">
          {templates("fromLink")}
        </PageLink>
      )}
    </div>
  );
}
