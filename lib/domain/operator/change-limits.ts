import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { OwnLimits } from "@/lib/domain/merchants/schema";
import { toDetails } from "@/lib/domain/operator/disable-merchant";
import type { Operator } from "@/lib/domain/operator/schema";
import { updateLimits } from "@/lib/domain/operator/store";
import { withMerchant } from "@/lib/platform/db";

/** Sets how much a merchant may do and have, from its next request on. False when it is so already. */
export function changeLimits(merchantId: MerchantId, limits: OwnLimits, by: Operator): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateLimits(tx, limits))) return false;
    const details = { ...limits, ...toDetails(by) };
    await recordEvent(tx, { actor: null, action: "merchant.limits_changed", details });
    return true;
  });
}
