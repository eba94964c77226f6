import type { MerchantId } from "@/lib/core/merchant-id";
import { listMerchantsToWipe, wipeOverdue } from "@/lib/domain/api-keys/health-store";
import { withMerchant, withSystem } from "@/lib/platform/db";

/** Erases replaced keys that may no longer be decrypted, and answers how many. */
export function wipeRetiredKeys(merchantId: MerchantId): Promise<number> {
  return withMerchant(merchantId, wipeOverdue);
}

/** Merchants with keys to erase, for the worker. The ids are plain text; the job makes MerchantIds. */
export function merchantsToWipe(): Promise<string[]> {
  return withSystem(listMerchantsToWipe);
}
