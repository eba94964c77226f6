import Link from "next/link";
import {
  PrintAndDownload,
  type PrintSearch,
} from "@/app/m/[merchant]/links/[linkId]/_print/print-and-download";
import { isShareable, type PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
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
  const quiet = "link touch gap-2 text-small";
  return (
    <div className="flex flex-wrap gap-x-6">
      {isShareable(link) && <PrintAndDownload path={path} search={search} id={link.id} />}
      {link.state === "ready" && link.url && (
        <a href={link.url} target="_blank" rel="noreferrer" className={quiet}>
          <Icon name="external" className="size-4" />
          {t("open")}
        </a>
      )}
      {newPath && link.amountMinor !== null && link.state !== "unknown" && (
        <Link href={`${newPath}?from=${link.id}`} className={quiet}>
          <Icon name="repeat" className="size-4" />
          {link.state === "rejected" ? t("tryAgain") : t("duplicate")}
        </Link>
      )}
      {pointPath && (
        <PageLink href={pointPath} className={quiet}>
          <Icon name="share" className="size-4" />
          {point("title")}
        </PageLink>
      )}
      {templatePath && link.amountMinor !== null && (
        <PageLink href={`${templatePath}?from=${link.id}`} className={quiet}>
          <Icon name="plus" className="size-4" />
          {templates("fromLink")}
        </PageLink>
      )}
    </div>
  );
}
