import { merchantPaths } from "@/lib/core/merchant-paths";
import { filterWithoutLink } from "@/lib/domain/payment-links/bulk/export-batch";
import { type BatchSummary, getRows } from "@/lib/domain/payment-links/bulk/get-batch";
import { getTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { Icon } from "@/lib/ui/icon";
import { getMoments } from "@/lib/ui/moments/use-moments";
import { PageLink } from "@/lib/ui/page-link";
import { RefreshWhile } from "@/lib/ui/refresh-while";
import type { Member } from "@/lib/web/require-member";
import { cancel, pause, resume, retry } from "../actions";
import { RowList } from "./row-list";

const shown = 100;

/** A table whose links are being created, or were: how far it is, and what became of its rows. */
export async function Started({
  member,
  summary: { batch, counts },
}: {
  member: Member;
  summary: BatchSummary;
}) {
  const { view, merchant } = member;
  const t = await getTranslations("bulk");
  const paths = merchantPaths(merchant.slug);
  const { id, state } = batch;
  const total = counts.rows - counts.invalid;
  const left = state === "cancelled" ? counts.pending : 0;
  const refused = counts.invalid + counts.rejected + left;
  const rows = await getRows(view, id, { filter: filterWithoutLink(state), limit: shown });
  const isOpen = state === "running" || state === "paused";
  return (
    <>
      {state === "running" && <RefreshWhile path={paths.bulkBatch(id)} everySeconds={2} />}
      <section className="grid gap-3">
        <progress
          max={total}
          value={total - counts.pending}
          aria-label={t("title")}
          className="h-3 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
        />
        <p role="status" className="font-bold tabular-nums">
          {t("progress", { done: total - counts.pending, total })}
        </p>
        <Notice {...{ member, batch }} />
        <ul className="grid gap-1">
          <li>{t("ready", { count: counts.ready })}</li>
          {counts.pending > 0 && (
            <li>{t(state === "cancelled" ? "notCreated" : "pending", { count: counts.pending })}</li>
          )}
          {counts.rejected > 0 && <li>{t("rejected", { count: counts.rejected })}</li>}
          {counts.invalid > counts.totals && <li>{t("wrong", { count: counts.invalid - counts.totals })}</li>}
          {counts.totals > 0 && <li>{t("totals", { count: counts.totals })}</li>}
          {counts.unconfirmed > 0 && state !== "running" && (
            <li className="text-caution">
              {t("unconfirmed", { count: counts.unconfirmed })} {t("unconfirmedText")}{" "}
              <PageLink href={paths.inbox} className="link">
                {t("openInbox")}
              </PageLink>
            </li>
          )}
        </ul>
      </section>
      {isOpen && (
        <section className="grid gap-3">
          {state === "running" ? (
            <ActionButton
              action={pause}
              name="pause"
              fields={{ batchId: id }}
              pending={t("pausing")}
              className="button-quiet"
            >
              {t("pause")}
            </ActionButton>
          ) : (
            <ActionButton action={resume} name="resume" fields={{ batchId: id }} pending={t("resuming")}>
              {t("resume")}
            </ActionButton>
          )}
          <ActionButton
            action={cancel}
            name="cancel"
            fields={{ batchId: id }}
            pending={t("cancelling")}
            className="button-quiet"
          >
            {t("cancel")}
          </ActionButton>
          <p className="text-small text-muted">{t("cancelHint")}</p>
        </section>
      )}
      {state === "done" && counts.rejected > 0 && (
        <ActionButton action={retry} name="retry" fields={{ batchId: id }} pending={t("retrying")}>
          {t("retry", { count: counts.rejected })}
        </ActionButton>
      )}
      <div className="grid justify-items-start gap-1">
        {counts.ready > 0 && (
          <>
            <PageLink href={paths.bulkLinks(id)} className="link touch gap-2">
              <Icon name="list" className="size-4" />
              {t("allLinks")}
            </PageLink>
            <PageLink href={paths.bulkSheet(id)} className="link touch gap-2">
              <Icon name="printer" className="size-4" />
              {t("sheetOfCodes")}
            </PageLink>
          </>
        )}
        <a href={paths.bulkResults(id)} download className="link touch gap-2">
          <Icon name="download" className="size-4" />
          {t("results")}
        </a>
        {refused > 0 && (
          <a href={paths.bulkRefused(id)} download className="link touch gap-2">
            <Icon name="download" className="size-4" />
            {t("refused")}
          </a>
        )}
      </div>
      {rows.length > 0 && <RowList rows={rows} hidden={refused - rows.length} toLink={paths.link} />}
    </>
  );
}

/** Why it does not go on at the moment. */
async function Notice({ member, batch }: { member: Member } & Pick<BatchSummary, "batch">) {
  const t = await getTranslations("bulk");
  const reasons = await getTranslations("bulkPause");
  const { timeZone } = member.merchant;
  if (batch.pauseReason) return <p className="font-bold text-caution">{reasons(batch.pauseReason)}</p>;
  if (batch.state !== "running" || !batch.resumeAt) return null;
  const when = (await getMoments(timeZone)).toText(batch.resumeAt, { timeStyle: "medium" });
  return <p className="text-caution">{t("waiting", { when })}</p>;
}
