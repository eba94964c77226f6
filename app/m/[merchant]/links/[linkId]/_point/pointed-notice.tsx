import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { PageLink } from "@/lib/ui/page-link";
import { restoreThisCode } from "./actions";

/** Says that a link's code leads to another link, and to which. */
export function PointedNotice({
  linkId,
  targetPath,
  pointPath,
  mayChange,
}: {
  linkId: string;
  /** The page of the link that it leads to; null where that is gone. */
  targetPath: string | null;
  pointPath: string;
  mayChange: boolean;
}) {
  const t = useTranslations("point");
  return (
    <section id="pointed" className="grid scroll-mt-20 gap-2 border-l-2 border-caution pl-4">
      <div role="status">
        <p className="font-bold">{t("pointed")}</p>
        <p className="text-small text-muted">{t("pointedText")}</p>
      </div>
      {targetPath && (
        <PageLink href={targetPath} className="link touch w-fit text-small">
          {t("toTarget")}
        </PageLink>
      )}
      {mayChange && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <ActionButton
            action={restoreThisCode}
            name="restore-code"
            pending={t("restoring")}
            className="button-quiet"
            fields={{ linkId }}
          >
            {t("restore")}
          </ActionButton>
          <PageLink href={pointPath} className="link touch text-small">
            {t("pointElsewhere")}
          </PageLink>
        </div>
      )}
    </section>
  );
}
