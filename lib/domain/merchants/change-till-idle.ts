import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { findTillIdleMinutes, updateTillIdleMinutes } from "@/lib/domain/merchants/store";
import { withMerchant } from "@/lib/platform/db";

/** After how many minutes without use the merchant's shared tills lock. */
export function getTillIdleMinutes(merchantId: MerchantId): Promise<number> {
  return withMerchant(merchantId, findTillIdleMinutes);
}

/** It applies to every till at once. */
export async function changeTillIdleMinutes({
  merchantId,
  actor,
  minutes,
}: {
  merchantId: MerchantId;
  actor: Actor;
  minutes: number;
}): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await updateTillIdleMinutes(tx, minutes))) return;
    const details = { tillIdleMinutes: minutes };
    await recordEvent(tx, { actor, action: "merchant.settings_changed", details });
  });
}
