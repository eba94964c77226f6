import { retryDelayMs, usualDelayMs } from "@/lib/domain/payment-links/sync/backoff";
import { endLease, type KeySyncState, type Lease } from "@/lib/domain/payment-links/sync/key-sync-store";
import type { ScanEnd } from "@/lib/domain/payment-links/sync/scan-list";
import type { SyncProblem } from "@/lib/domain/payment-links/sync/schema";
import { withMerchant } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";

/** The result of one call of `syncKey`. */
export type SyncOutcome =
  | { code: "complete"; total: number }
  /** The next batch, which was enqueued, continues. */
  | { code: "more" }
  | { code: "failed"; problem: SyncProblem; retryMs: number }
  /** No request was made: another worker is reading, upstream asked us to wait, or there is no such active key. */
  | { code: "busy" | "waiting" | "no_key" }
  | { code: "lease_lost" };

export type BatchEnd = ScanEnd<{ code: SyncProblem; retryAfterMs: number | null }>;

/** If the worker of the next batch dies, the sweep finds the key due after this time. */
const batchOverdueMs = 60_000;

/** Ends the lease, and stores what pages show and when to sync next. */
export async function endBatch(lease: Lease, before: KeySyncState, end: BatchEnd): Promise<SyncOutcome> {
  switch (end.kind) {
    case "complete": {
      const { total } = end;
      const complete = { completeAt: new Date(), completeTotal: total };
      const isWritten = await write(lease, end, { problem: null, failures: 0, ...complete }, usualDelayMs());
      return isWritten ? { code: "complete", total } : { code: "lease_lost" };
    }
    case "more": {
      const { failures } = before;
      const isWritten = await write(lease, end, { problem: null, failures }, batchOverdueMs, 0);
      return { code: isWritten ? "more" : "lease_lost" };
    }
    case "unproven":
      return retryLater(lease, before, end, { code: "not_certified", retryAfterMs: null });
    case "failed":
      return retryLater(lease, before, end, end.failure);
  }
}

async function retryLater(
  lease: Lease,
  before: KeySyncState,
  { checkpoint }: BatchEnd,
  failure: { code: SyncProblem; retryAfterMs: number | null },
): Promise<SyncOutcome> {
  const failures = before.failures + 1;
  const retryMs = Math.round(retryDelayMs(failures, failure.retryAfterMs));
  const columns = { problem: failure.code, failures };
  const isWritten = await write(lease, { checkpoint }, columns, retryMs, retryMs);
  return isWritten ? { code: "failed", problem: failure.code, retryMs } : { code: "lease_lost" };
}

/** @param nextMs in how long to continue; without it the sweep enqueues the sync when it is due. */
function write(
  lease: Lease,
  { checkpoint }: Pick<BatchEnd, "checkpoint">,
  columns: { problem: SyncProblem | null; failures: number; completeAt?: Date; completeTotal?: number },
  dueMs: number,
  nextMs?: number,
): Promise<boolean> {
  const { merchantId, apiKeyId } = lease;
  return withMerchant(merchantId, async (tx) => {
    const nextDueAt = new Date(Date.now() + dueMs);
    if (!(await endLease(tx, lease, { checkpoint, ...columns, nextDueAt }))) return false;
    if (nextMs !== undefined) {
      const job = { task: "sync-key", payload: { apiKeyId } } as const;
      // One job key for everything that continues this list, so that a list gets one turn in a round.
      await enqueue(tx, job, { key: `sync:${apiKeyId}:next`, delayMs: nextMs });
    }
    return true;
  });
}
