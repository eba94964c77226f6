import type { MerchantId } from "@/lib/core/merchant-id";
import type { SecretContext } from "@/lib/platform/secret-box/envelope";

/** Where an encrypted API key lives, and cannot be decrypted elsewhere. Keys are bound to this name of the field, so it stays. */
export function secretContext(merchantId: MerchantId, recordId: string): SecretContext {
  return { merchantId, recordId, field: "api_keys.sealed" };
}
