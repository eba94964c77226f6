import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import { writeToOwners } from "@/lib/domain/api-keys/key-email";
import {
  clearFailing,
  isFailing,
  type KeyFacts,
  markFailing,
  setRetryAfter,
} from "@/lib/domain/api-keys/life-store";
import type { AuditAction } from "@/lib/domain/audit/schema";
import { recordEvent } from "@/lib/domain/audit/service";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import { type Tx, withMerchant } from "@/lib/platform/db";

/** `retryAfterMs`: how long upstream asked us to wait. */
export type KeyAnswer = { code: GatewayFailureCode | "ok"; retryAfterMs?: number | null };

/**
 * What an answer from upstream says about the key that asked: refused, accepted, or nothing. The first refusal is
 * noted and told, later ones change nothing; the next success takes the note back. Where upstream asks for silence,
 * that holds for all that is done with the key.
 */
export async function noteKeyAnswer(
  tx: Tx,
  merchantId: MerchantId,
  apiKeyId: string,
  { code, retryAfterMs }: KeyAnswer,
): Promise<void> {
  if (retryAfterMs) await setRetryAfter(tx, merchantId, apiKeyId, new Date(Date.now() + retryAfterMs));
  if (code === "key_refused") {
    const key = await markFailing(tx, merchantId, apiKeyId);
    if (!key) return;
    await track(tx, merchantId, "api_key.stopped_working", key);
    await writeToOwners(tx, merchantId, key);
  } else if (code === "ok") {
    const key = await clearFailing(tx, merchantId, apiKeyId);
    if (key) await track(tx, merchantId, "api_key.works_again", key);
  }
}

/** Whether upstream refuses the key of a mode at present. */
export function isKeyFailing(merchantId: MerchantId, mode: Mode): Promise<boolean> {
  return withMerchant(merchantId, (tx) => isFailing(tx, merchantId, mode));
}

function track(
  tx: Tx,
  merchantId: MerchantId,
  action: AuditAction,
  { id, mode, last4 }: KeyFacts,
): Promise<void> {
  return recordEvent(tx, merchantId, { actor: null, action, targetId: id, details: { mode, last4 } });
}
