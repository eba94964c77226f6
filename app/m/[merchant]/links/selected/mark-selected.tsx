import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { markSelected, undoSelected } from "./actions";

/** Marks all of the chosen links as paid that are not marked yet, and takes that back. */
export function MarkSelected({
  links,
  ids,
  done,
  found,
}: {
  links: PaymentLink[];
  /** The ids of all, with commas between them. */
  ids: string;
  /** How many were marked just now, and when. */
  done: { count: number; at: string } | null;
  /** What else was in the text that they were found in. */
  found: { marked: number; isMore: boolean } | null;
}) {
  const t = useTranslations("paid");
  const count = links.filter(({ state, markedPaidAt }) => state === "ready" && markedPaidAt === null).length;
  return (
    <div className="grid gap-3">
      {done ? (
        <>
          <p role="status">{t("selectedDone", { count: done.count })}</p>
          <ActionButton
            action={undoSelected}
            name="undo-selected"
            pending={t("undoing")}
            className="button-quiet"
            fields={{ links: ids, at: done.at }}
          >
            {t("undo")}
          </ActionButton>
        </>
      ) : (
        <>
          <p className="text-small text-muted">
            {t("selectedText", { count })}
            {found && found.marked > 0 && ` ${t("foundMarked", { count: found.marked })}`}
            {found?.isMore && ` ${t("foundMore")}`}
          </p>
          {count > 0 && (
            <ActionButton
              action={markSelected}
              name="mark-selected"
              pending={t("marking")}
              className={found ? "button-primary" : "button-quiet"}
              fields={{ links: ids }}
            >
              {t("mark")}
            </ActionButton>
          )}
        </>
      )}
    </div>
  );
}
