import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { findActiveSync, type StoredSync } from "@/lib/domain/payment-links/sync/key-sync-store";
import type { SyncProblem } from "@/lib/domain/payment-links/sync/schema";
import { withMerchant } from "@/lib/platform/db";

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
