import type { MerchantId } from "@/lib/core/merchant-id";
import { hashPassword } from "@/lib/domain/accounts/hash-password";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { findPin, savePin } from "@/lib/domain/tills/pin-store";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor };

/** Gives the acting person a PIN for the merchant's tills. Sessions that an earlier PIN began are over. */
export async function choosePin({ merchantId, actor, pin }: Request & { pin: string }): Promise<void> {
  const pinHash = await hashPassword(pin, actor.userId);
  await withMerchant(merchantId, async (tx) => {
    const { userId } = actor;
    const action = (await findPin(tx, userId)) ? "pin.changed" : "pin.set";
    await savePin(tx, userId, { id: crypto.randomUUID(), pinHash });
    await recordEvent(tx, { actor, action, targetId: userId });
  });
}

/** Whether a person has a PIN for the merchant's tills. */
export async function hasPin(merchantId: MerchantId, userId: string): Promise<boolean> {
  return (await withMerchant(merchantId, (tx) => findPin(tx, userId))) !== null;
}
