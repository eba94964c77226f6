import { emailOwners } from "@/lib/domain/api-keys/email-owners";
import { clearFailing, type KeyFacts, markFailing, setRetryAfter } from "@/lib/domain/api-keys/health-store";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { AuditAction } from "@/lib/domain/audit/schema";
import type { GatewayFailureCode } from "@/lib/gateway/failures";
import type { MerchantTx } from "@/lib/platform/db";

/** `retryAfterMs`: how long upstream asked us to wait. */
export type KeyAnswer = { code: GatewayFailureCode | "ok"; retryAfterMs?: number | null };

/**
 * Updates a key's health after a call with it. The first refusal is stored, recorded and emailed; later ones change
 * nothing; the next success clears it. A `Retry-After` then holds for every call with this key.
 */
export async function noteKeyAnswer(
  tx: MerchantTx,
  apiKeyId: string,
  { code, retryAfterMs }: KeyAnswer,
): Promise<void> {
  if (retryAfterMs) await setRetryAfter(tx, apiKeyId, new Date(Date.now() + retryAfterMs));
  if (code === "key_refused") {
    const key = await markFailing(tx, apiKeyId);
    if (!key) return;
    await track(tx, "api_key.stopped_working", key);
    await emailOwners(tx, key);
  } else if (code === "ok") {
    const key = await clearFailing(tx, apiKeyId);
    if (key) await track(tx, "api_key.works_again", key);
  }
}

function track(tx: MerchantTx, action: AuditAction, { id, mode, last4 }: KeyFacts): Promise<void> {
  return recordEvent(tx, { actor: null, action, targetId: id, details: { mode, last4 } });
}
