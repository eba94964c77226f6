import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { insertDevice } from "@/lib/domain/tills/device-store";
import { withMerchant } from "@/lib/platform/db";
import { newToken } from "@/lib/platform/one-time-token";
import { uuidv7 } from "@/lib/platform/uuidv7";

/** Makes a browser a shared till. The answer is the secret for its cookie, which is stored nowhere else. */
export async function enrollDevice({
  merchantId,
  actor,
  name,
}: {
  merchantId: MerchantId;
  actor: Actor;
  name: string;
}): Promise<{ token: string }> {
  const id = uuidv7();
  const { token, tokenHash } = newToken();
  await withMerchant(merchantId, async (tx) => {
    await insertDevice(tx, { id, name, tokenHash, enrolledById: actor.userId });
    await recordEvent(tx, { actor, action: "till.enrolled", targetId: id, details: { name } });
  });
  return { token };
}
