import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { retireAndWipe } from "@/lib/domain/api-keys/health-store";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { withMerchant } from "@/lib/platform/db";

/**
 * Disconnects the key of a mode and erases its encrypted bytes at once. A POST that is under way has the decrypted key
 * and finishes; its outcome is still recorded. False when there was no key.
 */
export function disconnectKey({
  merchantId,
  actor,
  mode,
}: {
  merchantId: MerchantId;
  actor: Actor;
  mode: Mode;
}): Promise<boolean> {
  return withMerchant(merchantId, async (tx) => {
    const key = await retireAndWipe(tx, mode);
    if (!key) return false;
    const { id, last4 } = key;
    const details = { mode, last4 };
    await recordEvent(tx, { actor, action: "api_key.disconnected", targetId: id, details });
    return true;
  });
}
