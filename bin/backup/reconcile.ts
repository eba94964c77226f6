import { modes } from "@/lib/core/mode";
import { allMerchants } from "@/lib/domain/operator/list-merchants";
import { pauseRestored } from "@/lib/domain/payment-links/bulk/pause-running";
import { listRunning } from "@/lib/domain/payment-links/bulk/request-running";
import { requestSyncNow } from "@/lib/domain/payment-links/sync/request-sync";

/**
 * What a database needs that was set back to a backup, before the portal and workers start: no table of links goes on by
 * itself, and every list of 4Geeks is read at once, so that links from after the backup are found.
 */
export async function reconcile(): Promise<{ paused: number; merchants: number }> {
  const merchants = await allMerchants();
  const byId = new Map<string, (typeof merchants)[number]>(
    merchants.map((merchant) => [merchant.merchantId, merchant]),
  );
  let paused = 0;
  // Each pass finds fewer, because what it finds is paused then.
  for (let running = await listRunning(); running.length > 0; running = await listRunning()) {
    for (const { merchantId, batchId } of running) {
      const merchant = byId.get(merchantId);
      if (!merchant) throw new Error(`a running batch belongs to no merchant: ${batchId}`);
      await pauseRestored(merchant.merchantId, batchId);
      paused += 1;
    }
  }
  for (const { merchantId } of merchants) {
    for (const mode of modes) await requestSyncNow(merchantId, mode);
  }
  return { paused, merchants: merchants.length };
}
