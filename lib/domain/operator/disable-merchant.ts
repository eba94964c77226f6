import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Operator } from "@/lib/domain/operator/schema";
import { updateDisabled } from "@/lib/domain/operator/store";
import { withMerchant } from "@/lib/platform/db";

/** Disables or enables a merchant for all its members. False when nothing had to change, or the merchant is deleted. */
export function setDisabled(merchantId: MerchantId, isDisabled: boolean, by: Operator): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateDisabled(tx, isDisabled))) return false;
    const action = isDisabled ? "merchant.disabled" : "merchant.enabled";
    // Not as the actor, because they are no member: the log says "the operator of this portal".
    await recordEvent(tx, { actor: null, action, details: toDetails(by) });
    return true;
  });
}

/** What a merchant's own log says of an operator: their id, which names them to whoever runs the portal. */
export function toDetails({ userId }: Operator): Record<string, string> {
  return userId === null ? {} : { operator: userId };
}
