import type { MerchantId } from "@/lib/core/merchant-id";
import type { SecretContext } from "@/lib/platform/secret-box/envelope";

/**
 * The place that an encrypted API key is bound to; it cannot be decrypted for another. Stored keys are bound to this
 * field name, so it must not change.
 */
export function secretContext(merchantId: MerchantId, recordId: string): SecretContext {
  return { merchantId, recordId, field: "api_keys.sealed" };
}
