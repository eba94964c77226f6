import type { MerchantId } from "@/lib/core/merchant-id";
import { listLatestCurrencies } from "@/lib/domain/payment-links/create/suggestions-store";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { withMerchant } from "@/lib/platform/db";

/** The currency of the merchant's prices, then those of its latest links, the most used first. */
export async function listUsedCurrencies({
  merchantId,
  merchant,
}: {
  merchantId: MerchantId;
  merchant: { defaultCurrency: string };
}): Promise<CurrencyCode[]> {
  const latest = await withMerchant(merchantId, listLatestCurrencies);
  return [...new Set([merchant.defaultCurrency, ...latest])].filter(isCurrency);
}
