import { undoSeen } from "@/app/m/[merchant]/inbox/actions";
import type { Query } from "@/lib/core/filters";
import { seenKinds } from "@/lib/domain/payment-links/inbox/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";

/** How many links were seen at once, and the way back. Nothing where the address does not say so. */
export function SeenNotice({ query: { seen, count, at } }: { query: Query }) {
  const t = useTranslations("seen");
  const kind = seenKinds.find((one) => one === seen);
  const isNumber = (text: unknown): text is string => typeof text === "string" && /^\d{1,14}$/.test(text);
  if (!kind || !isNumber(count) || !isNumber(at)) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-3 border-l-2 border-good pl-4"
    >
      <p className="min-w-40 flex-1 font-bold">{t("done", { count: Number(count) })}</p>
      <ActionButton
        key={at}
        action={undoSeen}
        name="undo-seen"
        pending={t("undoing")}
        className="button-quiet"
        fields={{ kind, at: new Date(Number(at)).toISOString() }}
      >
        {t("undo")}
      </ActionButton>
    </div>
  );
}
