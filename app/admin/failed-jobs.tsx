import { retry } from "@/app/admin/actions";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import type { QueuedJob } from "@/lib/jobs/list-jobs";
import { ActionButton } from "@/lib/ui/form/action-button";

type Props = { waiting: number; failed: QueuedJob[]; after: string };

/** Jobs that no worker tries any more, without what they hold, and how many others wait. */
export function FailedJobs({ waiting, failed, after }: Props) {
  const t = useTranslations("operator");
  const format = useFormatter();
  return (
    <section className="grid gap-2">
      <h2>{t("jobs")}</h2>
      <p className="text-muted">{t("waiting", { count: waiting })}</p>
      {failed.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {failed.map(({ id, task, lastError, runAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="grid min-w-0">
                <span className="font-bold">{task}</span>
                <span className="text-small text-muted">
                  {t("failed", { when: format.relativeTime(runAt, new Date()) })}
                </span>
                {lastError !== null && <bdi className="text-small break-words">{lastError}</bdi>}
              </span>
              <ActionButton
                action={retry}
                name={`retry-${id}`}
                fields={{ job: id, after }}
                pending={t("pending")}
                className="button-quiet text-small"
              >
                {t("retry")}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
