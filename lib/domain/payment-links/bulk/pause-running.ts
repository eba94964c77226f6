import { everyLink } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { findBatch, lockBatch, setState } from "@/lib/domain/payment-links/bulk/batch-store";
import type { PauseReason } from "@/lib/domain/payment-links/bulk/schema";
import { withMerchant } from "@/lib/platform/db";

/**
 * Pauses a batch that runs in a database that was set back: rows that are still to be sent there may have been sent after
 * the backup, so that a person has to look first.
 */
export function pauseRestored(merchantId: MerchantId, id: string): Promise<void> {
  const pauseReason: PauseReason = "restored";
  return withMerchant(merchantId, async (tx) => {
    await lockBatch(tx, id);
    const batch = await findBatch(tx, everyLink(merchantId), id);
    if (batch?.state !== "running") return;
    await setState(tx, id, { state: "paused", pauseReason });
    const details = { reason: pauseReason };
    await recordEvent(tx, { actor: null, action: "bulk.paused", targetId: id, details });
  });
}
