import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import {
  type DueKey,
  findDueKeys,
  findMerchantsWithExpiredLeases,
  interruptExpired,
} from "@/lib/domain/payment-links/sync/due-store";
import { requestReconcile } from "@/lib/domain/payment-links/sync/request-sync";
import { withMerchant, withSystem } from "@/lib/platform/db";

/** What one sweep takes on; the rest is found by the next one. */
const sweepSize = 1_000;

/** What is due, across all merchants. */
export function findDue(): Promise<{ merchantIds: string[]; keys: DueKey[] }> {
  return withSystem(async (tx) => ({
    merchantIds: await findMerchantsWithExpiredLeases(tx, sweepSize),
    keys: await findDueKeys(tx, sweepSize),
  }));
}

/**
 * Makes links `unknown` whose process died before it wrote what their POST came to, and has them looked for.
 * @returns how many.
 */
export function sweepExpiredLeases(merchantId: MerchantId): Promise<number> {
  return withMerchant(merchantId, async (tx) => {
    const interrupted = await interruptExpired(tx);
    for (const { id } of interrupted) {
      const details = { code: "interrupted" };
      await recordEvent(tx, { actor: null, action: "link.unknown", targetId: id, details });
    }
    const keys = new Set(interrupted.map(({ apiKeyId }) => apiKeyId));
    for (const apiKeyId of keys) await requestReconcile(tx, apiKeyId);
    return interrupted.length;
  });
}
