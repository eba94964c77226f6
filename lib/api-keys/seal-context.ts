import type { MerchantId } from "@/lib/merchant-id";
import type { SealContext } from "@/lib/secret-box/envelope";

/** Where a sealed API key lives; it opens nowhere else. */
export function sealContext(merchantId: MerchantId, recordId: string): SealContext {
  return { merchantId, recordId, field: "api_keys.sealed" };
}
