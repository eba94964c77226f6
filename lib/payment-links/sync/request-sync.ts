import { activeKeysOf } from "@/lib/api-keys/service";
import { type Tx, withMerchant } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";
import { enqueueSync } from "@/lib/queue";

/** When a lost answer is looked for: at once is too soon for a link that upstream commits late. */
const reconcileDelaysMs = [2_000, 10_000, 30_000, 120_000] as const;

/** Asks for a look at the key's list, now or in `delayMs`, if the caller's transaction commits. */
export function requestSync(tx: Tx, merchantId: MerchantId, apiKeyId: string, delayMs = 0): Promise<void> {
  return enqueueSync(tx, merchantId, apiKeyId, delayMs);
}

/** Asks for the looks that follow a link whose outcome is unknown. */
export async function requestReconcile(tx: Tx, merchantId: MerchantId, apiKeyId: string): Promise<void> {
  for (const delayMs of reconcileDelaysMs) await enqueueSync(tx, merchantId, apiKeyId, delayMs);
}

/** "Sync now": asks for a look at the list of the mode's key; nothing to do where none is connected. */
export async function requestSyncNow(merchantId: MerchantId, mode: Mode): Promise<void> {
  const key = (await activeKeysOf(merchantId)).find((active) => active.mode === mode);
  if (key) await withMerchant(merchantId, (tx) => requestSync(tx, merchantId, key.id));
}
