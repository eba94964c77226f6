import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Secret } from "@/lib/core/secret";
import { secretContext } from "@/lib/domain/api-keys/secret-context";
import { findActiveKey, insertActiveKey, lockKeys, retireActiveKey } from "@/lib/domain/api-keys/store";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { beginOwnerAlert } from "@/lib/domain/members/begin-owner-alert";
import { requireSecondFactor } from "@/lib/domain/merchants/change-second-factor";
import { switchMode } from "@/lib/domain/merchants/switch-mode";
import { withMerchant } from "@/lib/platform/db";
import { enqueueSync } from "@/lib/platform/queue";
import { encryptSecret, fingerprintSecret } from "@/lib/platform/secret-box/secret-box";

/** Longer than the search for a lost answer takes. */
const overlapMs = 60 * 60_000;

type Request = { merchantId: MerchantId; actor: Actor };

/** @param request.drawn the ids of the keys that the person's page showed. Any other key is not replaced. */
export async function saveActiveKey(
  { merchantId, actor, drawn }: Request & { drawn?: string[] | undefined },
  mode: Mode,
  key: Secret,
): Promise<Result<void, { code: "key_replaced" }>> {
  const id = crypto.randomUUID();
  const { encrypted, masterKeyId } = await encryptSecret(key, secretContext(merchantId, id));
  const fingerprint = fingerprintSecret(key);
  const last4 = key.reveal().slice(-4);
  return withMerchant(merchantId, async (tx) => {
    await lockKeys(tx);
    const current = await findActiveKey(tx, mode);
    if (current && drawn && !drawn.includes(current.id)) return fail({ code: "key_replaced" });
    const replaced = await retireActiveKey(tx, mode, overlapMs);
    const alert = await beginOwnerAlert(tx);
    const row = { id, mode, last4, encrypted, masterKeyId, fingerprint, connectedById: actor.userId };
    await insertActiveKey(tx, row);
    await recordEvent(tx, {
      actor,
      action: replaced ? "api_key.replaced" : "api_key.connected",
      targetId: id,
      details: { mode, last4 },
    });
    const change = replaced ? "key_replaced" : "key_connected";
    if (mode !== "sandbox") await alert({ change, byId: actor.userId, mode, last4 });
    await switchMode(tx, mode, actor);
    if (mode === "live") await requireSecondFactor(tx, actor);
    // Links that were created with this key before, here or elsewhere, are read in the background.
    await enqueueSync(tx, id);
    return ok(undefined);
  });
}
