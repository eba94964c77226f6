import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { beginSecondFactorRule, updateSecondFactorRule } from "@/lib/domain/merchants/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

/** An owner says whether owners and admins need a second factor. It stays as they choose. */
export function chooseSecondFactorRule({
  merchantId,
  actor,
  isRequired,
}: {
  merchantId: MerchantId;
  actor: Actor;
  isRequired: boolean;
}): Promise<void> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateSecondFactorRule(tx, isRequired))) return;
    const action = isRequired ? "merchant.second_factor_required" : "merchant.second_factor_optional";
    await recordEvent(tx, { actor, action });
  });
}

/** With a live key there is money to steal: from then on a second factor is required, unless an owner chose otherwise. */
export async function requireSecondFactor(tx: MerchantTx, actor: Actor): Promise<void> {
  if (await beginSecondFactorRule(tx))
    await recordEvent(tx, { actor, action: "merchant.second_factor_required" });
}
