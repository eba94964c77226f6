import { toDayRange } from "@/lib/core/filters";
import type { LinkScope, LinkView } from "@/lib/core/link-view";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { toSearchWhere } from "@/lib/domain/payment-links/history/search-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLinkInView, type LinkQuery, listLinks } from "@/lib/domain/payment-links/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";
import { readPage } from "@/lib/platform/keyset";

export const historyPageSize = 30;

export function findPaymentLink(view: LinkView, id: string): Promise<PaymentLink | null> {
  return withMerchant(view.merchantId, (tx) => findLinkInView(tx, view, id));
}

/** One page of the history, newest first, and the id to ask for the next page with (null on the last page). */
export async function historyPage(
  view: LinkView,
  filters: HistoryFilters,
  timeZone: string,
): Promise<{ links: PaymentLink[]; nextAfter: string | null }> {
  const query = linkQuery(filters, timeZone);
  const { rows: links, nextAfter } = await readPage(historyPageSize, (limit) =>
    withMerchant(view.merchantId, (tx) => listFiltered(tx, view, { ...query, limit })),
  );
  return { links, nextAfter };
}

type FilteredQuery = Omit<LinkQuery, "search"> & { text: string | undefined };

/** The links that match the filters, newest first. */
export async function listFiltered(
  tx: MerchantTx,
  view: LinkScope,
  { text, ...query }: FilteredQuery,
): Promise<PaymentLink[]> {
  return listLinks(tx, view, { ...query, search: text ? await toSearchWhere(tx, text) : undefined });
}

/** Turns the filters into conditions on rows. Days are in the merchant's time zone. */
export function linkQuery(filters: HistoryFilters, timeZone: string): Omit<FilteredQuery, "limit"> {
  const { mode, state, currency, creator, after } = filters;
  const { start, end } = toDayRange(filters, timeZone);
  return {
    text: filters.q,
    mode,
    state,
    currency,
    creatorId: creator,
    createdFrom: start,
    createdBefore: end,
    afterId: after,
  };
}
