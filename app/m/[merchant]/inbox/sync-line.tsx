import { syncNow } from "@/app/m/[merchant]/inbox/actions";
import type { SyncStatus } from "@/lib/domain/payment-links/sync/get-status";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";

/** When upstream's list was last completely known, how far a running sync is, and the button that asks for one. */
export function SyncLine({ status }: { status: SyncStatus }) {
  const t = useTranslations("inbox");
  const unconfirmedLinks = useTranslations("unconfirmedLinks");
  const errors = useTranslations("errors");
  const format = useFormatter();
  const { completeAt, running, problem } = status;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p role="status" className="text-small text-muted">
        {running
          ? t("progress", {
              seen: format.number(running.seen),
              total: running.total === null ? "…" : format.number(running.total),
            })
          : completeAt
            ? t("lastComplete", { when: format.relativeTime(completeAt, new Date()) })
            : t("neverComplete")}
        {problem && problem !== "not_certified" && ` ${errors(problem)}`}
        {problem === "not_certified" && completeAt && !running && ` ${unconfirmedLinks("mayMiss")}`}
      </p>
      <ActionButton action={syncNow} name="sync" pending={t("checkPending")} className="button-quiet">
        {t("checkNow")}
      </ActionButton>
    </div>
  );
}
