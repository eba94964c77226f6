import { withMerchant } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";
import { findActiveSync, type StoredSync } from "@/lib/payment-links/sync/key-sync-store";
import type { SyncProblem } from "@/lib/payment-links/sync/schema";

/** How well the list of a mode's key is known, for the screens. */
export type SyncStatus = {
  completeAt: Date | null;
  completeTotal: number | null;
  /** A look under way or about to begin; `total` is null until upstream has told it. */
  running: { seen: number; total: number | null } | null;
  problem: SyncProblem | null;
  nextDueAt: Date | null;
};

/** A look that was due for longer and has not begun is waiting for a worker that is not there. */
const aboutToBeginMs = 60_000;

/** Null where no key is connected for the mode. */
export async function syncStatus(merchantId: MerchantId, mode: Mode): Promise<SyncStatus | null> {
  const found = await withMerchant(merchantId, (tx) => findActiveSync(tx, merchantId, mode));
  if (!found) return null;
  const { sync } = found;
  if (!sync) return { completeAt: null, completeTotal: null, running: null, problem: null, nextDueAt: null };
  const { memory: _, ...columns } = sync;
  return { ...columns, running: runningOf(sync) };
}

function runningOf({ memory: { run }, problem, nextDueAt }: StoredSync): SyncStatus["running"] {
  const dueSinceMs = Date.now() - nextDueAt.getTime();
  const isAboutToBegin = dueSinceMs >= 0 && dueSinceMs < aboutToBeginMs;
  if (run && problem === null) return { seen: Math.min(run.front, run.total ?? run.front), total: run.total };
  return isAboutToBegin ? { seen: 0, total: null } : null;
}
