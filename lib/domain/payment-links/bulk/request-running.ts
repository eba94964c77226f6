import type { MerchantId } from "@/lib/core/merchant-id";
import { findRunning } from "@/lib/domain/payment-links/bulk/batch-store";
import { findDelay } from "@/lib/domain/payment-links/bulk/lease-store";
import { withMerchant, withSystem } from "@/lib/platform/db";
import { enqueueBulk } from "@/lib/platform/queue";

/**
 * Asks for a running batch to go on as soon as nobody is at it, in case its worker has died. A job that finds a worker
 * at it ends at once.
 */
export function requestRunning(merchantId: MerchantId, batchId: string): Promise<void> {
  return withMerchant(merchantId, async (tx) => enqueueBulk(tx, batchId, await findDelay(tx, batchId)));
}

/** The most that one sweep takes; the next one finds the rest. */
const sweepSize = 1_000;

/** Every batch that should be running, across all merchants. */
export function listRunning(): Promise<{ merchantId: string; batchId: string }[]> {
  return withSystem((tx) => findRunning(tx, sweepSize));
}
