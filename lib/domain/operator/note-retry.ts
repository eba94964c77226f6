import type { MerchantId } from "@/lib/core/merchant-id";
import { recordEvent } from "@/lib/domain/audit/record-event";
import { toDetails } from "@/lib/domain/operator/disable-merchant";
import type { Operator } from "@/lib/domain/operator/schema";
import { withMerchant } from "@/lib/platform/db";

/** Tells a merchant's own log that an operator had one of its jobs run again. */
export function noteRetry(merchantId: MerchantId, task: string, by: Operator): Promise<void> {
  const details = { name: task, ...toDetails(by) };
  return withMerchant(merchantId, (tx) =>
    recordEvent(tx, { actor: null, action: "merchant.job_retried", details }),
  );
}
