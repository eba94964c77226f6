import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { updateDisabled } from "@/lib/domain/operator/store";
import { withMerchant } from "@/lib/platform/db";

/**
 * Disables or enables a merchant for all its members. False when nothing had to change, or the merchant is deleted.
 * @param operatorId the operator who did it in the portal; a command has none.
 */
export function setDisabled(
  merchantId: MerchantId,
  isDisabled: boolean,
  operatorId: string | null = null,
): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateDisabled(tx, isDisabled))) return false;
    const action = isDisabled ? "merchant.disabled" : "merchant.enabled";
    // Not as the actor, because they are no member: the log says "the operator of this portal".
    await recordEvent(tx, {
      actor: null,
      action,
      details: operatorId === null ? {} : { operator: operatorId },
    });
    return true;
  });
}
