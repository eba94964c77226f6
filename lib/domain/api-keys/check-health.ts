import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { isFailing } from "@/lib/domain/api-keys/health-store";
import { withMerchant } from "@/lib/platform/db";

/** Whether upstream currently refuses the key of a mode. */
export function isKeyFailing(merchantId: MerchantId, mode: Mode): Promise<boolean> {
  return withMerchant(merchantId, (tx) => isFailing(tx, mode));
}
