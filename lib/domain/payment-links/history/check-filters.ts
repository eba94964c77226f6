import type { Query, Unreadable } from "@/lib/core/filters";
import type { LinkView } from "@/lib/core/link-view";
import { fail, type Result } from "@/lib/core/result";
import { listCreators } from "@/lib/domain/members/list-members";
import { type HistoryFilters, parseHistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";

/** The filters of an address. Somebody whose links this person cannot see, or who never was in the team, is no filter. */
export async function checkHistoryFilters(
  { merchantId, onlyBy }: LinkView,
  query: Query,
): Promise<Result<HistoryFilters, Unreadable>> {
  const read = parseHistoryFilters(query);
  if (!read.ok || read.value.creator === undefined) return read;
  const { creator } = read.value;
  const known = onlyBy === null ? (await listCreators(merchantId)).map(({ userId }) => userId) : [onlyBy];
  return known.includes(creator)
    ? read
    : fail({ code: "unreadable", issues: [{ name: "creator", code: "not_in_list" }] });
}
