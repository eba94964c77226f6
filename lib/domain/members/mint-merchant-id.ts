import type { MerchantId } from "@/lib/core/merchant-id";

/**
 * Makes a MerchantId. Only for the gate after its check, and for an operator's command, which may act on any merchant.
 */
export function mintMerchantId(id: string): MerchantId {
  return id as MerchantId;
}
