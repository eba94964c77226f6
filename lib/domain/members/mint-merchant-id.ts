import type { MerchantId } from "@/lib/core/merchant-id";

/** For the gate, after its check, and for an operator's command, which stands above all merchants. */
export function mintMerchantId(id: string): MerchantId {
  return id as MerchantId;
}
