import type { MerchantId } from "@/lib/core/merchant-id";
import { latestCurrencies } from "@/lib/domain/payment-links/create/suggestions-store";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { askAs } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";

/** The currency of the merchant's prices, then those of its latest links, the most used first. */
export async function listUsedCurrencies({
  merchantId,
  merchant,
}: {
  merchantId: MerchantId;
  merchant: { defaultCurrency: string };
}): Promise<CurrencyCode[]> {
  const latest = await askAs(merchantId, latestCurrencies(merchantId));
  return inUse(
    merchant.defaultCurrency,
    latest.map(({ currency }) => currency),
  );
}

/** The currencies of the merchant's latest links, for `inUse`. A statement. */
export function usedCurrencies(merchantId: MerchantId): Statement<{ currency: string }> {
  return latestCurrencies(merchantId);
}

/** @param latest those of the merchant's latest links, the most used first. */
export function inUse(defaultCurrency: string, latest: string[]): CurrencyCode[] {
  return [...new Set([defaultCurrency, ...latest])].filter(isCurrency);
}
