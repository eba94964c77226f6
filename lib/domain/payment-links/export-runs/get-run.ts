import type { MerchantId } from "@/lib/core/merchant-id";
import { cancelRunning, findRun, type RunKey } from "@/lib/domain/payment-links/export-runs/run-store";
import type { ExportRun } from "@/lib/domain/payment-links/export-runs/schema";
import { withMerchant } from "@/lib/platform/db";

/** How a person's export goes on; null for one that is not theirs, or has not begun. */
export function getRun(merchantId: MerchantId, run: RunKey): Promise<ExportRun | null> {
  return withMerchant(merchantId, (tx) => findRun(tx, run));
}

/** Ends it at its next rows. Its file is broken off, and so recognisable as incomplete. */
export function cancelRun(merchantId: MerchantId, run: RunKey): Promise<ExportRun | null> {
  return withMerchant(merchantId, async (tx) => {
    await cancelRunning(tx, run);
    return findRun(tx, run);
  });
}
