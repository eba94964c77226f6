import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import { retireAndWipe } from "@/lib/domain/api-keys/health-store";
import type { KeyChanged, NoKey } from "@/lib/domain/api-keys/schema";
import { findActiveKey, lockKeys } from "@/lib/domain/api-keys/store";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { beginOwnerAlert } from "@/lib/domain/members/begin-owner-alert";
import { withMerchant } from "@/lib/platform/db";

/**
 * Disconnects the key of a mode and erases its encrypted bytes at once. A POST that is under way has the decrypted key
 * and finishes; its outcome is still recorded.
 * @param drawn the id of the key that the person's page showed. A key that was connected later stays.
 */
export function disconnectKey({
  merchantId,
  actor,
  mode,
  drawn,
}: {
  merchantId: MerchantId;
  actor: Actor;
  mode: Mode;
  drawn?: string;
}): Promise<Result<void, NoKey | KeyChanged>> {
  return withMerchant(merchantId, async (tx) => {
    await lockKeys(tx);
    const current = await findActiveKey(tx, mode);
    if (current && drawn !== undefined && drawn !== current.id) return fail({ code: "changed_since" });
    const key = await retireAndWipe(tx, mode);
    if (!key) return fail({ code: "no_key" });
    const { id, last4 } = key;
    const details = { mode, last4 };
    await recordEvent(tx, { actor, action: "api_key.disconnected", targetId: id, details });
    if (mode !== "sandbox") {
      const alert = await beginOwnerAlert(tx);
      await alert({ change: "key_disconnected", byId: actor.userId, mode, last4 });
    }
    return ok(undefined);
  });
}
