import { useTranslations } from "@/lib/i18n/translations";
import { Icon } from "@/lib/ui/icon";
import { PrintButton } from "./print-button";

/**
 * The buttons for printing and for the PDF.
 * @param pdf its address; null when a letter has no typeface, which is then said.
 */
export function PrintActions({ pdf }: { pdf: string | null }) {
  const t = useTranslations("print");
  return (
    <>
      <div className="grid grid-cols-[1fr_auto] gap-2">
        <PrintButton label={t("print")} />
        {pdf && (
          <a href={pdf} download className="button button-quiet">
            <Icon name="download" />
            {t("pdf")}
          </a>
        )}
      </div>
      <p className="without-script text-small">{t("printByHand")}</p>
      {!pdf && <p className="text-small text-muted">{t("noPdf")}</p>}
    </>
  );
}
