import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { findActiveSync, type StoredSync } from "@/lib/domain/payment-links/sync/key-sync-store";
import type { SyncProblem } from "@/lib/domain/payment-links/sync/schema";
import { withMerchant } from "@/lib/platform/db";

/** How completely the list of a mode's key is known, for pages. */
export type SyncStatus = {
  completeAt: Date | null;
  completeTotal: number | null;
  /** A sync that is running or about to begin; `total` is null until upstream has said it. */
  running: { seen: number; total: number | null } | null;
  problem: SyncProblem | null;
  nextDueAt: Date | null;
};

/** A sync that has been due for longer than this is waiting for a worker, and none is running. */
const aboutToBeginMs = 60_000;

/** Null when the mode has no key. */
export async function syncStatus(merchantId: MerchantId, mode: Mode): Promise<SyncStatus | null> {
  const found = await withMerchant(merchantId, (tx) => findActiveSync(tx, mode));
  if (!found) return null;
  const { sync } = found;
  if (!sync) return { completeAt: null, completeTotal: null, running: null, problem: null, nextDueAt: null };
  const { checkpoint: _, ...columns } = sync;
  return { ...columns, running: getRunning(sync) };
}

function getRunning({ checkpoint: { run }, problem, nextDueAt }: StoredSync): SyncStatus["running"] {
  const dueSinceMs = Date.now() - nextDueAt.getTime();
  const isAboutToBegin = dueSinceMs >= 0 && dueSinceMs < aboutToBeginMs;
  if (run && problem === null) return { seen: Math.min(run.front, run.total ?? run.front), total: run.total };
  return isAboutToBegin ? { seen: 0, total: null } : null;
}
