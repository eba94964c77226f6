import type { LinkView } from "@/lib/core/link-view";
import { currenciesInUse } from "@/lib/domain/payment-links/create/list-used-currencies";
import { listFiltered } from "@/lib/domain/payment-links/history/list-history";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import { withMerchant } from "@/lib/platform/db";

const mostLatest = 100;

/** The newest links that a person sees, for the time without a network, and the currencies to offer. */
export function listLatest(
  view: LinkView,
  merchant: { timeZone: string; defaultCurrency: string },
): Promise<{ links: PaymentLink[]; usedCurrencies: CurrencyCode[] }> {
  const query = { filters: {}, timeZone: merchant.timeZone, limit: mostLatest };
  return withMerchant(view.merchantId, async (tx) => ({
    links: (await listFiltered(tx, view, query)).links,
    usedCurrencies: await currenciesInUse(tx, merchant),
  }));
}
