import { withMerchant } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import { resolveAmount } from "@/lib/money";
import type { HistoryFilters } from "@/lib/payment-links/history-filters";
import { referenceIn } from "@/lib/payment-links/reference";
import type { PaymentLink } from "@/lib/payment-links/schema";
import { findLink, listLinks } from "@/lib/payment-links/store";
import { startOfDay } from "@/lib/start-of-day";

export const historyPageSize = 30;

export function paymentLinkOf(merchantId: MerchantId, id: string): Promise<PaymentLink | null> {
  return withMerchant(merchantId, (tx) => findLink(tx, merchantId, id));
}

/** One page of history, newest first, and the id to ask the next one with (null on the last page). */
export async function historyPage(
  merchantId: MerchantId,
  filters: HistoryFilters,
  timeZone: string,
): Promise<{ links: PaymentLink[]; nextAfter: string | null }> {
  const asAmount = filters.q ? resolveAmount(filters.q) : undefined;
  const links = await withMerchant(merchantId, (tx) =>
    listLinks(tx, merchantId, {
      text: filters.q,
      reference: referenceIn(filters.q ?? ""),
      textAsMinor: asAmount?.ok ? asAmount.value : undefined,
      mode: filters.mode,
      state: filters.state,
      currency: filters.currency,
      creatorId: filters.creator,
      createdFrom: filters.from ? startOfDay(filters.from, timeZone) : undefined,
      createdBefore: filters.to ? startOfDay(filters.to, timeZone, 1) : undefined,
      afterId: filters.after,
      // One more than is shown tells whether there is a next page.
      limit: historyPageSize + 1,
    }),
  );
  const shown = links.slice(0, historyPageSize);
  return { links: shown, nextAfter: links.length > historyPageSize ? (shown.at(-1)?.id ?? null) : null };
}
