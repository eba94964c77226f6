import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { undoCancelAndGoBack, undoMarkAndGoBack } from "./actions";

/** What was done to the link before, and the way back to it. */
export function JustDone({
  linkId,
  search,
  markedAt,
}: {
  linkId: string;
  search: string;
  /** When it was marked as paid; null for one that was cancelled. */
  markedAt: Date | null;
}) {
  const t = useTranslations("close");
  const fields = { linkId, search };
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-3 border-l-2 border-good pl-4"
    >
      <p className="min-w-40 flex-1 font-bold">{markedAt === null ? t("justCancelled") : t("justMarked")}</p>
      <ActionButton
        action={markedAt === null ? undoCancelAndGoBack : undoMarkAndGoBack}
        name="undo"
        pending={t("undoing")}
        className="button-quiet"
        fields={markedAt === null ? fields : { ...fields, at: markedAt.toISOString() }}
      >
        {t("undo")}
      </ActionButton>
    </div>
  );
}
