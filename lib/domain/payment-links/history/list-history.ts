import type { LinkView } from "@/lib/core/link-view";
import { startOfDay } from "@/lib/core/start-of-day";
import { referenceIn } from "@/lib/domain/payment-links/create/reference";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLinkInView, type LinkQuery, listLinks } from "@/lib/domain/payment-links/store";
import { searchedAmounts } from "@/lib/money/money";
import { withMerchant } from "@/lib/platform/db";

export const historyPageSize = 30;

export function findPaymentLink(view: LinkView, id: string): Promise<PaymentLink | null> {
  return withMerchant(view.merchantId, (tx) => findLinkInView(tx, view, id));
}

/** One page of history, newest first, and the id to ask the next one with (null on the last page). */
export async function historyPage(
  view: LinkView,
  filters: HistoryFilters,
  timeZone: string,
): Promise<{ links: PaymentLink[]; nextAfter: string | null }> {
  // One more than is shown tells whether there is a next page.
  const query = { ...linkQuery(filters, timeZone), limit: historyPageSize + 1 };
  const links = await withMerchant(view.merchantId, (tx) => listLinks(tx, view, query));
  const shown = links.slice(0, historyPageSize);
  return { links: shown, nextAfter: links.length > historyPageSize ? (shown.at(-1)?.id ?? null) : null };
}

/** The filters as the address tells them, in terms of rows. Days are the merchant's own. */
export function linkQuery(filters: HistoryFilters, timeZone: string): Omit<LinkQuery, "limit"> {
  const { q, mode, state, currency, creator, from, to, after } = filters;
  return {
    text: q,
    reference: referenceIn(q ?? ""),
    textAsAmounts: searchedAmounts(q ?? "") ?? undefined,
    mode,
    state,
    currency,
    creatorId: creator,
    createdFrom: from ? startOfDay(from, timeZone) : undefined,
    createdBefore: to ? startOfDay(to, timeZone, 1) : undefined,
    afterId: after,
  };
}
