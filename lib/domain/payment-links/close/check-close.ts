import { type Query, readFilters, type Unreadable } from "@/lib/core/filters";
import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { listCreators } from "@/lib/domain/members/list-members";
import type { Name } from "@/lib/domain/members/list-names";
import {
  type CloseFilters,
  type ClosePeriod,
  closeFilters,
  toClosePeriod,
} from "@/lib/domain/payment-links/close/schema";

export type CheckedClose = { filters: CloseFilters; period: ClosePeriod };

/**
 * Reads which time and person an address asks for.
 * @returns also the people to choose from; nobody for a person who sees only their own links.
 */
export async function checkClose(
  view: LinkView,
  { query, timeZone, now = new Date() }: { query: Query; timeZone: string; now?: Date },
): Promise<{ people: Name[]; checked: Result<CheckedClose, Unreadable> }> {
  const people = view.onlyBy === null ? await listCreators(view.merchantId) : [];
  return {
    people,
    checked: check(query, { timeZone, now, known: [...people.map(({ userId }) => userId), view.onlyBy] }),
  };
}

function check(
  query: Query,
  { timeZone, now, known }: { timeZone: string; now: Date; known: (string | null)[] },
): Result<CheckedClose, Unreadable> {
  const read = readFilters(closeFilters, query);
  if (!read.ok) return read;
  const { person } = read.value;
  if (person !== undefined && !known.includes(person)) {
    return fail({ code: "unreadable", issues: [{ name: "person", code: "not_in_list" }] });
  }
  const period = toClosePeriod(read.value, timeZone, now);
  return period.ok ? ok({ filters: read.value, period: period.value }) : period;
}
