import { type LineIssue, readLine } from "@/lib/core/line-of-text";
import { fail, ok, type Result } from "@/lib/core/result";

/** A person's name for what they look for often in the history. Nobody else sees it. */
export type SavedView = {
  id: string;
  name: string;
  /** The filters as the history's address has them: `q=cake&state=open`. */
  query: string;
};

/** The history's filters, checked, by their names in its address. */
export type ViewFilters = Readonly<Record<string, string | undefined>>;

/** More are not found faster than the filters themselves. */
export const mostViews = 20;

/** Most characters of a name, as a person counts them, and of an address. */
const longestViewName = 40;
const longestViewQuery = 2_000;

export type ViewFailure = {
  code: `view_name_${LineIssue | "taken"}` | "view_empty" | "view_query_too_long" | "too_many_views";
};

/**
 * What a view keeps of an address: all but the page, and links that were chosen one by one. The same filters always give
 * the same text; nothing narrowed gives an empty one.
 */
export function viewQuery({
  after: _after,
  before: _before,
  selected: _selected,
  sort,
  ...narrowing
}: ViewFilters): string {
  const kept = { ...narrowing, sort: sort === "newest" ? undefined : sort };
  const given = Object.entries(kept).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(given).toString();
}

/** Checks the name and the filters of a new view. */
export function readView(
  typed: string,
  filters: ViewFilters,
): Result<Pick<SavedView, "name" | "query">, ViewFailure> {
  const name = readLine(typed, longestViewName);
  if (!name.ok) return fail({ code: `view_name_${name.code}` });
  const query = viewQuery(filters);
  if (query === "") return fail({ code: "view_empty" });
  return query.length > longestViewQuery
    ? fail({ code: "view_query_too_long" })
    : ok({ name: name.value, query });
}
