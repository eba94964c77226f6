import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { updateDisabled } from "@/lib/domain/operator/store";
import { withMerchant } from "@/lib/platform/db";

/** Disables or enables a merchant for all its members. False when nothing had to change, or the merchant is deleted. */
export function setDisabled(merchantId: MerchantId, isDisabled: boolean): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateDisabled(tx, isDisabled))) return false;
    const action = isDisabled ? "merchant.disabled" : "merchant.enabled";
    await recordEvent(tx, { actor: null, action });
    return true;
  });
}
