import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { findAsksAboutInactive, updateAsksAboutInactive } from "@/lib/domain/merchants/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

/** Whether links that turn inactive come to the inbox, for somebody to see. */
export function asksAboutInactive(merchantId: MerchantId): Promise<boolean> {
  return withMerchant(merchantId, wantsInactive);
}

/** The same within a transaction. */
export function wantsInactive(tx: MerchantTx): Promise<boolean> {
  return findAsksAboutInactive(tx);
}

/** Chooses whether the inbox shows links that turn inactive. It holds for those that turn inactive from now on. */
export function chooseInactive({
  merchantId,
  actor,
  asks,
}: {
  merchantId: MerchantId;
  actor: Actor;
  asks: boolean;
}): Promise<void> {
  return withMerchant(merchantId, async (tx) => {
    if (!(await updateAsksAboutInactive(tx, asks))) return;
    const details = { inactiveLinks: asks ? "ask" : "nothing" };
    await recordEvent(tx, { actor, action: "merchant.settings_changed", details });
  });
}
