import type { MerchantId } from "@/lib/core/merchant-id";
import { findWait } from "@/lib/domain/api-keys/find-wait";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { findRole } from "@/lib/domain/members/find-role";
import { may } from "@/lib/domain/members/permissions";
import { setState } from "@/lib/domain/payment-links/bulk/batch-store";
import {
  beginLease,
  endLease,
  listPending,
  type PendingRow,
  prolongLease,
  type RunningBatch,
} from "@/lib/domain/payment-links/bulk/lease-store";
import { countRows } from "@/lib/domain/payment-links/bulk/row-store";
import { type PauseReason, pauseReasons } from "@/lib/domain/payment-links/bulk/schema";
import { type RowOutcome, sendRow } from "@/lib/domain/payment-links/bulk/send-row";
import { withMerchant } from "@/lib/platform/db";
import { enqueueBulk } from "@/lib/platform/queue";

/** After this time the next job goes on, so that other merchants' jobs have their turns. */
const turnMs = 10_000;

/** How many requests are sent at once. While upstream is in trouble it is one. */
const atOnce = 3;

const heartbeatMs = 1_500;

/** After so many requests in a row without a clear answer, each of which may have created a link, a person decides. */
const mostFailures = 5;

const firstWaitMs = 2_000;

type Run = { merchantId: MerchantId; batchId: string; signal: AbortSignal };

/** Goes on with a batch for a while. It can be interrupted at any place: the rows say what is still to be done. */
export async function runBatch(run: Run): Promise<void> {
  const { merchantId, batchId } = run;
  const batch = await withMerchant(merchantId, (tx) => beginLease(tx, batchId));
  if (!batch) return;
  const beat = setInterval(() => {
    // If it fails, another worker may go on too; the intents keep them apart.
    withMerchant(merchantId, (tx) => prolongLease(tx, batchId, batch.failures)).catch(() => {});
  }, heartbeatMs);
  try {
    await sendRows(run, batch);
  } finally {
    clearInterval(beat);
  }
}

async function sendRows(run: Run, batch: RunningBatch): Promise<void> {
  const end = Date.now() + turnMs;
  while (Date.now() < end && !run.signal.aborted) {
    const next = await findNext(run, batch);
    if (next === "over") return;
    if (typeof next === "string") return pause(run, next);
    if (typeof next === "number") return goOn(run, Math.ceil(next));
    if (next.length === 0) return finish(run);
    const outcomes = await Promise.all(next.map((row) => sendRow(run, batch, row)));
    const reason = pauseReasons.find((known) => outcomes.includes(known));
    if (reason) return pause(run, reason);
    batch.failures = countFailures(batch.failures, outcomes);
    if (batch.failures >= mostFailures) return pause(run, "upstream_trouble");
    const usedUp = outcomes.find((outcome) => typeof outcome === "object");
    if (usedUp) return goOn(run, Math.ceil(usedUp.waitMs), batch.failures);
    if (outcomes.includes("trouble")) return goOn(run, waitAfter(batch.failures), batch.failures);
  }
  return goOn(run, 0, batch.failures);
}

/** The next rows; or why none can be sent now: how long to wait in milliseconds, why to pause, or that it is over. */
function findNext(
  { merchantId, batchId }: Run,
  { mode, actor, failures }: RunningBatch,
): Promise<PendingRow[] | number | PauseReason | "over"> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await prolongLease(tx, batchId, failures))) return "over";
    const role = await findRole(tx, actor.userId);
    if (role === null || !may(role, "links:create")) return "not_allowed";
    const rows = await listPending(tx, batchId, failures > 0 ? 1 : atOnce);
    const waitMs = await findWait(tx, mode);
    return rows.length > 0 && waitMs > 0 ? waitMs : rows;
  });
}

function countFailures(failures: number, outcomes: readonly RowOutcome[]): number {
  const troubles = outcomes.filter((outcome) => outcome === "trouble").length;
  const sent = outcomes.filter((outcome) => outcome !== "wait" && typeof outcome === "string");
  return troubles < sent.length ? troubles : failures + troubles;
}

/** Twice as long after each failure, with a random part. */
function waitAfter(failures: number): number {
  return Math.ceil(firstWaitMs * 2 ** (failures - 1) * (0.8 + Math.random() * 0.4));
}

/** Leaves the rest to another job. */
function goOn({ merchantId, batchId }: Run, waitMs: number, failures?: number): Promise<void> {
  return withMerchant(merchantId, async (tx) => {
    if (failures !== undefined && !(await prolongLease(tx, batchId, failures))) return;
    await endLease(tx, batchId, waitMs);
    await enqueueBulk(tx, batchId, waitMs);
  });
}

function pause({ merchantId, batchId }: Run, pauseReason: PauseReason): Promise<void> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await prolongLease(tx, batchId, 0))) return;
    await setState(tx, batchId, { state: "paused", pauseReason });
    const details = { reason: pauseReason };
    await recordEvent(tx, { actor: null, action: "bulk.paused", targetId: batchId, details });
  });
}

function finish({ merchantId, batchId }: Run): Promise<void> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await prolongLease(tx, batchId, 0))) return;
    await setState(tx, batchId, { state: "done" });
    const { ready, invalid, rejected, unconfirmed } = await countRows(tx, batchId);
    const details = { ready, refused: invalid + rejected, unconfirmed };
    await recordEvent(tx, { actor: null, action: "bulk.finished", targetId: batchId, details });
  });
}
