import type { LinkView } from "@/lib/core/link-view";
import { listUsedCurrencies } from "@/lib/domain/payment-links/create/list-used-currencies";
import { listFiltered } from "@/lib/domain/payment-links/history/list-filtered";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";

const mostLatest = 100;

/** The newest links that a person sees, for the time without a network, and the currencies to offer. */
export async function listLatest(
  view: LinkView,
  merchant: { timeZone: string; defaultCurrency: string },
): Promise<{ links: PaymentLink[]; usedCurrencies: CurrencyCode[] }> {
  const query = { filters: {}, timeZone: merchant.timeZone, limit: mostLatest };
  return {
    links: await listFiltered(view, query),
    usedCurrencies: await listUsedCurrencies({ merchantId: view.merchantId, merchant }),
  };
}
