import type { LinkView } from "@/lib/core/link-view";
import { listFiltered } from "@/lib/domain/payment-links/history/list-filtered";
import { placeAt } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { isShareable, type ShareableLink } from "@/lib/domain/payment-links/schema";

/** Ten sheets of codes. More on one page would be slow to show, and nobody cuts that many at once. */
export const mostOnSheets = 210;

/** The printable links that match the filters, newest first, and the id to ask for the next ones with. */
export async function printableLinks(
  view: LinkView,
  filters: HistoryFilters,
  timeZone: string,
): Promise<{ links: ShareableLink[]; nextAfter: string | null }> {
  if (filters.state !== undefined && filters.state !== "open" && filters.state !== "opened")
    return { links: [], nextAfter: null };
  const query = { filters, timeZone, isPrintable: true, limit: mostOnSheets + 1 };
  const links = await listFiltered(view, query);
  const shown = links.slice(0, mostOnSheets);
  const last = links.length > mostOnSheets ? shown.at(-1) : undefined;
  return {
    links: shown.filter(isShareable),
    nextAfter: last ? placeAt(last, filters.sort) : null,
  };
}
