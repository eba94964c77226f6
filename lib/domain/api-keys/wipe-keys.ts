import type { MerchantId } from "@/lib/core/merchant-id";
import { listMerchantsToWipe, wipeOverdue } from "@/lib/domain/api-keys/health-store";
import { withMerchant, withSystem } from "@/lib/platform/db";

/** Empties the boxes of replaced keys whose overlap is over. Answers how many. */
export function wipeRetiredKeys(merchantId: MerchantId): Promise<number> {
  return withMerchant(merchantId, wipeOverdue);
}

/** Merchants with keys to wipe, for the worker. Plain ids: the job makes MerchantIds. */
export function merchantsToWipe(): Promise<string[]> {
  return withSystem(listMerchantsToWipe);
}
