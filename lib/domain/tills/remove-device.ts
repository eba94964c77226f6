import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { removeDevice } from "@/lib/domain/tills/device-store";
import { withMerchant } from "@/lib/platform/db";

/** From its next request on, the device is no till, and all sessions that were begun on it are over. */
export async function removeTill({
  merchantId,
  actor,
  deviceId,
}: {
  merchantId: MerchantId;
  actor: Actor;
  deviceId: string;
}): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    const name = await removeDevice(tx, deviceId);
    if (name === null) return;
    await recordEvent(tx, { actor, action: "till.removed", targetId: deviceId, details: { name } });
  });
}
