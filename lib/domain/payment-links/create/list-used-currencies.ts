import type { MerchantId } from "@/lib/core/merchant-id";
import { latestCurrencies, listLatestCurrencies } from "@/lib/domain/payment-links/create/suggestions-store";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";

/** The currency of the merchant's prices, then those of its latest links, the most used first. */
export function listUsedCurrencies({
  merchantId,
  merchant,
}: {
  merchantId: MerchantId;
  merchant: { defaultCurrency: string };
}): Promise<CurrencyCode[]> {
  return withMerchant(merchantId, (tx) => currenciesInUse(tx, merchant));
}

/** The same within a transaction. */
export async function currenciesInUse(
  tx: MerchantTx,
  { defaultCurrency }: { defaultCurrency: string },
): Promise<CurrencyCode[]> {
  return inUse(defaultCurrency, await listLatestCurrencies(tx));
}

/** The currencies of the merchant's latest links, for `inUse`. A statement. */
export function usedCurrencies(merchantId: MerchantId): Statement<{ currency: string }> {
  return latestCurrencies(merchantId);
}

/** @param latest those of the merchant's latest links, the most used first. */
export function inUse(defaultCurrency: string, latest: string[]): CurrencyCode[] {
  return [...new Set([defaultCurrency, ...latest])].filter(isCurrency);
}
