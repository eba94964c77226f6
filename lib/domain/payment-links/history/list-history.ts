import type { LinkView } from "@/lib/core/link-view";
import { type Name, namesOfTeam } from "@/lib/domain/members/list-names";
import { type FilteredQuery, toSelections } from "@/lib/domain/payment-links/history/build-selections";
import { type Begun, beginFinding } from "@/lib/domain/payment-links/history/find-links";
import { addUp, countTotals, type MoreThan } from "@/lib/domain/payment-links/history/get-totals";
import { type ListedRow, listedColumns } from "@/lib/domain/payment-links/history/listed-store";
import {
  type HistoryFilters,
  type LinkOrder,
  placeText,
} from "@/lib/domain/payment-links/history/parse-filters";
import type { Totals } from "@/lib/domain/payment-links/history/totals-store";
import { askForWords, type Words } from "@/lib/domain/payment-links/history/words-store";
import type { ListedLink, PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { readTogetherAs, withMerchant } from "@/lib/platform/db";
import { readRows } from "@/lib/platform/statement";

export const historyPageSize = 30;

export function findPaymentLink(view: LinkView, id: string): Promise<PaymentLink | null> {
  return withMerchant(view.merchantId, (tx) => findLinkInView(tx, view, id));
}

export type HistoryPage<Link = ListedLink> = {
  links: Link[];
  /** The places that other pages begin after, or end before; null where there are none. */
  nextAfter: string | null;
  previousBefore: string | null;
  /** Nothing is as it was searched for; these are close to it. */
  isClose: boolean;
  /** Null when nothing narrows the history. */
  totals: Totals | MoreThan | null;
};

/** One page of the history: what is asked first, and what is done with the answer. */
export function beginPage(view: LinkView, query: FilteredQuery, words: Words): Begun<HistoryPage<ListedRow>> {
  const { merchantId } = view;
  const { after, before } = query.filters;
  const isTotalled = isNarrowed(query.filters);
  const selections = toSelections(merchantId, query, words);
  const begun = beginFinding(view, selections, {
    columns: listedColumns,
    limit: historyPageSize + 1,
    // The rows that are looked at for the first page are those that totals begin with.
    isCounted: isTotalled && !after && !before && selections.exact.order === "newest",
  });
  const readPage = async (other: FilteredQuery) => {
    const { asked, finish } = beginPage(view, other, words);
    const [answer] = await readTogetherAs(merchantId, asked);
    return finish(answer);
  };
  return {
    asked: begun.asked,
    async finish(answer) {
      const { links: found, isClose, selection, counts } = await begun.finish(answer);
      // What the page would begin after were the last ones: links have changed, or were removed from what is filtered by.
      if (after && found.length === 0) return readPage(lastPage(query));
      // What comes before is less than a page: the first page is shown, which is a full one.
      if (before && found.length <= historyPageSize) return readPage(withoutPlace(query));
      const page = toPage(found, query.filters);
      const isWhole = page.nextAfter === null && page.previousBefore === null;
      const addAll = () => (isWhole ? addUp(page.links) : countTotals(view, selection, counts));
      return { ...page, isClose, totals: isTotalled ? await addAll() : null };
    },
  };
}

/** One page of the history by itself. */
export async function historyPage(
  view: LinkView,
  filters: HistoryFilters,
  timeZone: string,
): Promise<HistoryPage> {
  const { merchantId } = view;
  const words = askForWords(merchantId, filters);
  const team = words.team ?? namesOfTeam(merchantId);
  const [ofTeam, ...ofWords] = await readTogetherAs(merchantId, team.sql, ...words.asked);
  const { asked, finish } = beginPage(view, { filters, timeZone }, words.read(ofTeam, ofWords));
  const [answer] = await readTogetherAs(merchantId, asked);
  return withNames(await finish(answer), readRows(team, ofTeam));
}

/** The page with the names of those who made its links. */
export function withNames(page: HistoryPage<ListedRow>, team: readonly Name[]): HistoryPage {
  const links = page.links.map(({ createdById, ...link }) => {
    const by = team.find(({ userId }) => userId === createdById);
    return { ...link, createdBy: by ? { id: by.userId, name: by.name } : null };
  });
  return { ...page, links };
}

/** Whether anything but a place and an order is asked for. */
function isNarrowed({ after: _after, before: _before, sort: _sort, ...narrowing }: HistoryFilters): boolean {
  return Object.values(narrowing).some(Boolean);
}

/** A page of the links that were found for it, of which there is one more if others are beyond them. */
function toPage(
  found: ListedRow[],
  { after, before, sort = "newest" }: HistoryFilters,
): Pick<HistoryPage<ListedRow>, "links" | "nextAfter" | "previousBefore"> {
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
