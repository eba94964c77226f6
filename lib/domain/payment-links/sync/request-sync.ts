import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { afterSilenceMs } from "@/lib/domain/payment-links/sync/backoff";
import { findActiveSync, makeDue } from "@/lib/domain/payment-links/sync/key-sync-store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";
import { enqueueSync } from "@/lib/platform/queue";

/** The delays after which a lost answer is looked for. The first is not 0, because upstream may commit a link late. */
const reconcileDelaysMs = [2_000, 10_000, 30_000, 120_000] as const;

/**
 * Asks for the syncs that follow a link whose outcome is unknown.
 * @param retryAfterMs how long upstream asked us to wait; the first sync is then, and earlier ones are left out.
 */
export async function requestReconcile(
  tx: MerchantTx,
  apiKeyId: string,
  retryAfterMs: number | null = null,
): Promise<void> {
  const waitMs = retryAfterMs === null ? 0 : afterSilenceMs(retryAfterMs);
  const delaysMs = new Set(reconcileDelaysMs.map((delayMs) => Math.max(delayMs, waitMs)));
  for (const delayMs of delaysMs) await enqueueSync(tx, apiKeyId, delayMs);
}

/** "Check now": asks for a sync with the mode's key. Nothing happens when none is connected. */
export async function requestSyncNow(merchantId: MerchantId, mode: Mode): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    const key = await findActiveSync(tx, mode);
    if (!key) return;
    await makeDue(tx, key.apiKeyId);
    await enqueueSync(tx, key.apiKeyId);
  });
}

/** The same for one key that is due. If its job is already waiting, nothing changes. */
export function requestDueSync(merchantId: MerchantId, apiKeyId: string): Promise<void> {
  return withMerchant(merchantId, (tx) => enqueueSync(tx, apiKeyId));
}
