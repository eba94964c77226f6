import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { afterSilenceMs } from "@/lib/domain/payment-links/sync/backoff";
import { findActiveSync, makeDue } from "@/lib/domain/payment-links/sync/key-sync-store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";
import { enqueueSync } from "@/lib/platform/queue";

/** When a lost answer is looked for: at once is too soon for a link that upstream commits late. */
const reconcileDelaysMs = [2_000, 10_000, 30_000, 120_000] as const;

/** Asks for a look at the key's list, now or in `delayMs`, if the caller's transaction commits. */
export function requestSync(tx: MerchantTx, apiKeyId: string, delayMs = 0): Promise<void> {
  return enqueueSync(tx, apiKeyId, delayMs);
}

/**
 * Asks for the looks that follow a link whose outcome is unknown.
 * @param retryAfterMs how long upstream asked us to wait: the first look then, in place of those before.
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

/** "Sync now": asks for a look at the list of the mode's key; nothing to do where none is connected. */
export async function requestSyncNow(merchantId: MerchantId, mode: Mode): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    const key = await findActiveSync(tx, mode);
    if (!key) return;
    await makeDue(tx, key.apiKeyId);
    await requestSync(tx, key.apiKeyId);
  });
}

/** The same for one key that is due; once it is waiting in the queue, asking again changes nothing. */
export function requestDueSync(merchantId: MerchantId, apiKeyId: string): Promise<void> {
  return withMerchant(merchantId, (tx) => requestSync(tx, apiKeyId));
}
