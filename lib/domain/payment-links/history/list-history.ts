import { toDayRange } from "@/lib/core/filters";
import type { LinkScope, LinkView } from "@/lib/core/link-view";
import { type Condition, matchAll } from "@/lib/domain/payment-links/history/conditions-store";
import { printableCondition, toFilterConditions } from "@/lib/domain/payment-links/history/filter-store";
import { findPage, type Selection } from "@/lib/domain/payment-links/history/page-store";
import {
  type HistoryFilters,
  type LinkOrder,
  placeText,
  readPlace,
  readSelected,
} from "@/lib/domain/payment-links/history/parse-filters";
import { toSearchConditions } from "@/lib/domain/payment-links/history/search-store";
import {
  addUp,
  countSelected,
  countTotals,
  type MoreThan,
  type Totals,
} from "@/lib/domain/payment-links/history/totals-store";
import type { ListedLink, PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLinkInView, listLinksById } from "@/lib/domain/payment-links/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

export const historyPageSize = 30;

export function findPaymentLink(view: LinkView, id: string): Promise<PaymentLink | null> {
  return withMerchant(view.merchantId, (tx) => findLinkInView(tx, view, id));
}

export type HistoryPage = {
  links: ListedLink[];
  /** The places that other pages begin after, or end before; null where there are none. */
  nextAfter: string | null;
  previousBefore: string | null;
  /** Nothing is as it was searched for; these are close to it. */
  isClose: boolean;
  /** Null when nothing narrows the history. */
  totals: Totals | MoreThan | null;
};

/** One page of the history. */
export function historyPage(view: LinkView, filters: HistoryFilters, timeZone: string): Promise<HistoryPage> {
  return withMerchant(view.merchantId, (tx) => readHistoryPage(tx, view, { filters, timeZone }));
}

export async function readHistoryPage(
  tx: MerchantTx,
  view: LinkScope,
  query: FilteredQuery,
): Promise<HistoryPage> {
  const { after, before } = query.filters;
  const { links: found, ...chosen } = await listFiltered(tx, view, { ...query, limit: historyPageSize + 1 });
  // What the page would begin after were the last ones: links have changed, or were removed from what is filtered by.
  if (after && found.length === 0) return readHistoryPage(tx, view, lastPage(query));
  // What comes before is less than a page: the first page is shown, which is a full one.
  if (before && found.length <= historyPageSize) return readHistoryPage(tx, view, withoutPlace(query));
  const page = toPage(found, query.filters);
  const isWhole = page.nextAfter === null && page.previousBefore === null;
  return {
    ...page,
    isClose: chosen.isClose,
    totals: isNarrowed(query.filters)
      ? isWhole
        ? addUp(page.links)
        : await countTotals(tx, view, chosen.selection)
      : null,
  };
}

/** Whether anything but a place and an order is asked for. */
export function isNarrowed({
  after: _after,
  before: _before,
  sort: _sort,
  ...narrowing
}: HistoryFilters): boolean {
  return Object.values(narrowing).some(Boolean);
}

/** A page of the links that were found for it, of which there is one more if others are beyond them. */
export function toPage(
  found: ListedLink[],
  { after, before, sort = "newest" }: HistoryFilters,
): Pick<HistoryPage, "links" | "nextAfter" | "previousBefore"> {
  const hasMore = found.length > historyPageSize;
  const links = before ? found.slice(-historyPageSize) : found.slice(0, historyPageSize);
  const hasNext = before ? before !== lastPlace(sort) : hasMore;
  const hasPrevious = before ? hasMore : after !== undefined;
  const [first, last] = [links[0], links.at(-1)];
  return {
    links,
    nextAfter: hasNext && last ? placeAt(last, sort) : null,
    previousBefore: hasPrevious && first ? placeAt(first, sort) : null,
  };
}

/** Which links are asked for. Days are in the merchant's time zone. */
export type FilteredQuery = {
  filters: HistoryFilters;
  timeZone: string;
  isPrintable?: boolean;
};

/** The links that match the filters, in the order that is asked for; when no link does, those that are close. */
export async function listFiltered(
  tx: MerchantTx,
  view: LinkScope,
  query: FilteredQuery & { limit: number },
): Promise<{ links: PaymentLink[]; selection: Selection; isClose: boolean }> {
  const { ids, ...found } = await findFiltered(tx, view, query);
  return { links: await listLinksById(tx, view, ids), ...found };
}

/** Their ids. */
export async function findFiltered(
  tx: MerchantTx,
  view: LinkScope,
  query: FilteredQuery & { limit: number },
): Promise<{ ids: string[]; selection: Selection; isClose: boolean }> {
  const { after, before } = query.filters;
  const { exact, close } = await toSelections(tx, query);
  const find = async (selection: Selection, limit: number) => findPage(tx, view, selection, limit);
  const ids = await find(exact, query.limit);
  const isClose =
    ids.length === 0 &&
    close !== null &&
    // On a later page, those before it may have been all.
    ((!after && !before) || (await find({ ...exact, after: undefined, before: undefined }, 1)).length === 0);
  if (!isClose) return { ids, selection: exact, isClose };
  const closeIds = await find(close, query.limit);
  return { ids: closeIds, selection: close, isClose: closeIds.length > 0 };
}

/** How many there are, which takes as long as looking at every row: a second for a million. */
export async function countFiltered(view: LinkView, query: FilteredQuery): Promise<number> {
  return withMerchant(view.merchantId, async (tx) => {
    const { exact, close } = await toSelections(tx, query);
    const count = await countSelected(tx, view, exact);
    return count === 0 && close ? countSelected(tx, view, close) : count;
  });
}

/** The links that match the filters, and those that are close to what is searched for, which are shown when none match. */
export async function toSelections(
  tx: MerchantTx,
  { filters, timeZone, isPrintable }: FilteredQuery,
): Promise<{ exact: Selection; close: Selection | null }> {
  const { q, creator, selected, sort, after, before, ...days } = filters;
  const { start, end } = toDayRange(days, timeZone);
  const search = q ? await toSearchConditions(tx, q) : null;
  const conditions = await toFilterConditions(tx, filters, timeZone);
  if (isPrintable) conditions.push(printableCondition(tx.merchantId));
  const select = (condition: Condition | undefined): Selection => ({
    condition: matchAll([...conditions, ...(condition ? [condition] : [])]),
    ...{
      linkIds: toLinkIds(search?.linkId, selected),
      creatorId: creator,
      createdFrom: start,
      createdBefore: end,
    },
    order: sort ?? "newest",
    ...(after && { after: readPlace(after) }),
    ...(before && { before: readPlace(before) }),
  });
  return { exact: select(search?.exact), close: search?.close ? select(search.close) : null };
}

/** The link that is searched for by its id, among those that were chosen; undefined where it may be any. */
function toLinkIds(searched: string | undefined, selected: string | undefined): string[] | undefined {
  const chosen = selected === undefined ? undefined : readSelected(selected);
  if (searched === undefined) return chosen;
  return !chosen || chosen.includes(searched) ? [searched] : [];
}

function lastPage(query: FilteredQuery): FilteredQuery {
  const before = lastPlace(query.filters.sort ?? "newest");
  return { ...query, filters: { ...query.filters, after: undefined, before } };
}

function withoutPlace(query: FilteredQuery): FilteredQuery {
  return { ...query, filters: { ...query.filters, after: undefined, before: undefined } };
}

/** The place of a link, for the address of the page after it or before it. */
export function placeAt(
  { id, amountMinor }: Pick<PaymentLink, "id" | "amountMinor">,
  order: LinkOrder = "newest",
): string {
  return placeText({ id, amountMinor: amountMinor ?? 0 }, order);
}

/** The place that the last page ends before. */
export function lastPlace(order: LinkOrder): string {
  const isDown = order === "newest" || order === "highest";
  const id = isDown ? "00000000-0000-0000-0000-000000000000" : "ffffffff-ffff-ffff-ffff-ffffffffffff";
  return placeText({ id, amountMinor: isDown ? 0 : Number.MAX_SAFE_INTEGER }, order);
}
