import type { MerchantId } from "@/lib/core/merchant-id";
import type { SecretContext } from "@/lib/platform/secret-box/envelope";

/** Where a sealed API key lives; it opens nowhere else. */
export function secretContext(merchantId: MerchantId, recordId: string): SecretContext {
  return { merchantId, recordId, field: "api_keys.sealed" };
}
