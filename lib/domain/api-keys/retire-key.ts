import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { listMerchantsToWipe, retireAndWipe, wipeOverdue } from "@/lib/domain/api-keys/life-store";
import type { Actor } from "@/lib/domain/audit/schema";
import { recordEvent } from "@/lib/domain/audit/service";
import { withMerchant, withSystem } from "@/lib/platform/db";

/**
 * Takes a mode's key out of use and empties its box at once. A POST under way holds the key opened and finishes; its
 * outcome is still written. False when there was no key.
 */
export function disconnectKey({
  merchantId,
  actor,
  mode,
}: {
  merchantId: MerchantId;
  actor: Actor;
  mode: Mode;
}): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    const key = await retireAndWipe(tx, merchantId, mode);
    if (!key) return false;
    const { id, last4 } = key;
    const details = { mode, last4 };
    await recordEvent(tx, merchantId, { actor, action: "api_key.disconnected", targetId: id, details });
    return true;
  });
}

/** Empties the boxes of replaced keys whose overlap is over. Answers how many. */
export function wipeRetiredKeys(merchantId: MerchantId): Promise<number> {
  return withMerchant(merchantId, (tx) => wipeOverdue(tx, merchantId));
}

/** Merchants with keys to wipe, for the worker. Plain ids: lib/auth makes MerchantIds. */
export function merchantsToWipe(): Promise<string[]> {
  return withSystem(listMerchantsToWipe);
}
