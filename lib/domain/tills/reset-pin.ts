import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { clearPin, forgetTries, listPins } from "@/lib/domain/tills/pin-store";
import type { PinHolder, Till } from "@/lib/domain/tills/schema";
import { withMerchant } from "@/lib/platform/db";

type Request = { merchantId: MerchantId; actor: Actor; userId: string };

export function listPinHolders(merchantId: MerchantId): Promise<PinHolder[]> {
  return withMerchant(merchantId, listPins);
}

/** Removes a person's PIN, and with it the sessions that it began. They can choose another. */
export async function removePin({ merchantId, actor, userId }: Request): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (await clearPin(tx, userId)) await recordEvent(tx, { actor, action: "pin.removed", targetId: userId });
  });
}

/** Lets a person try their PIN again on every till. */
export async function unblockPin({ merchantId, actor, userId }: Request): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await forgetTries(tx, userId))) return;
    await recordEvent(tx, { actor, action: "pin.unblocked", targetId: userId });
  });
}

/** Somebody has signed in on this till with all that it takes, so that their PIN counts again there. */
export async function unblockOwnPin(
  { merchantId, deviceId, name }: Till,
  { userId, ip }: { userId: string; ip: string | null },
): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await forgetTries(tx, userId, deviceId))) return;
    await recordEvent(tx, { actor: { userId, ip, till: name }, action: "pin.unblocked", targetId: userId });
  });
}
