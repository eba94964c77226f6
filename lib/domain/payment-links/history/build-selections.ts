import { toDayRange } from "@/lib/core/filters";
import type { LinkView } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import { type Condition, matchAll } from "@/lib/domain/payment-links/history/conditions-store";
import { printableCondition, toFilterConditions } from "@/lib/domain/payment-links/history/filter-store";
import type { Selection } from "@/lib/domain/payment-links/history/page-store";
import {
  type HistoryFilters,
  readPlace,
  readSelected,
} from "@/lib/domain/payment-links/history/parse-filters";
import { toSearchConditions } from "@/lib/domain/payment-links/history/search-store";
import { askForWords, type Words } from "@/lib/domain/payment-links/history/words-store";
import { readTogetherAs } from "@/lib/platform/db";

/** Which links are asked for. Days are in the merchant's time zone. */
export type FilteredQuery = {
  filters: HistoryFilters;
  timeZone: string;
  isPrintable?: boolean;
};

/** The links that match the filters, and those that are close to what is searched for, which are shown when none match. */
export type Selections = { exact: Selection; close: Selection | null };

/** @param words what was asked about those in the filters. */
export function toSelections(
  merchantId: MerchantId,
  { filters, timeZone, isPrintable }: FilteredQuery,
  words: Words,
): Selections {
  const { q: _q, creator, selected, sort, after, before, ...days } = filters;
  const { start, end } = toDayRange(days, timeZone);
  const search = words.search && toSearchConditions(merchantId, words.search, words);
  const conditions = toFilterConditions(merchantId, filters, { timeZone, fold: words.fold });
  if (isPrintable) conditions.push(printableCondition(merchantId));
  const select = (condition: Condition | undefined): Selection => ({
    condition: matchAll([...conditions, ...(condition ? [condition] : [])]),
    ...{
      linkIds: toLinkIds(words.linkId, selected),
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

/** The same where nothing else is asked for at the same time. */
export async function readSelections({ merchantId }: LinkView, query: FilteredQuery): Promise<Selections> {
  const { team, asked, read } = askForWords(merchantId, query.filters);
  const all = [...(team ? [team.sql] : []), ...asked];
  const answers = all.length > 0 ? await readTogetherAs(merchantId, ...all) : [];
  return toSelections(merchantId, query, team ? read(answers[0], answers.slice(1)) : read([], answers));
}

/** The link that is searched for by its id, among those that were chosen; undefined where it may be any. */
function toLinkIds(searched: string | undefined, selected: string | undefined): string[] | undefined {
  const chosen = selected === undefined ? undefined : readSelected(selected);
  if (searched === undefined) return chosen;
  return !chosen || chosen.includes(searched) ? [searched] : [];
}
