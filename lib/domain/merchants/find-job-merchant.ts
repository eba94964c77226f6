import type { MerchantId } from "@/lib/core/merchant-id";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { isMerchantEnabled } from "@/lib/domain/merchants/job-merchant-store";

/**
 * The MerchantId for a background job. No person asks, so there is no membership to check: the id comes out of our
 * own tables or a job that was enqueued in a transaction of that merchant. Null when the merchant is gone or disabled.
 */
export async function jobMerchant(merchantId: string): Promise<MerchantId | null> {
  return (await isMerchantEnabled(merchantId)) ? mintMerchantId(merchantId) : null;
}

/** The same for the job that removes merchants, which are disabled; the database lets it remove no other. */
export function merchantToPurge(merchantId: string): MerchantId {
  return mintMerchantId(merchantId);
}
