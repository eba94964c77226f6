import type { Query, Unreadable } from "@/lib/core/filters";
import type { LinkView } from "@/lib/core/link-view";
import { fail, type Result } from "@/lib/core/result";
import { listCreators } from "@/lib/domain/members/list-members";
import { type HistoryFilters, parseHistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";

/**
 * Checks the filters in an address, also that the creator is or was in the team and that this person may see their
 * links.
 */
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
