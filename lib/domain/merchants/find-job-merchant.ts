import type { MerchantId } from "@/lib/core/merchant-id";
import { mintMerchantId } from "@/lib/domain/members/mint-merchant-id";
import { isMerchantEnabled } from "@/lib/domain/merchants/job-merchant-store";

/**
 * The MerchantId for a background job. There is no person whose membership could be checked: the id comes from our own
 * tables, or from a job that was enqueued in a transaction of that merchant. Null when the merchant is gone or
 * disabled.
 */
export async function jobMerchant(merchantId: string): Promise<MerchantId | null> {
  return (await isMerchantEnabled(merchantId)) ? mintMerchantId(merchantId) : null;
}

/** The same for the job that removes deleted merchants. The database lets it remove no others. */
export function merchantToPurge(merchantId: string): MerchantId {
  return mintMerchantId(merchantId);
}
