import type { LinkView } from "@/lib/core/link-view";
import { linkQuery, listFiltered } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { isShareable, type ShareableLink } from "@/lib/domain/payment-links/schema";
import { withMerchant } from "@/lib/platform/db";
import { readPage } from "@/lib/platform/keyset";

/** Ten sheets of codes. More on one page would be slow to show, and nobody cuts that many at once. */
export const mostOnSheets = 210;

/** The printable links that match the filters, newest first, and the id to ask for the next ones with. */
export async function printableLinks(
  view: LinkView,
  filters: HistoryFilters,
  timeZone: string,
): Promise<{ links: ShareableLink[]; nextAfter: string | null }> {
  if (filters.state !== undefined && filters.state !== "open") return { links: [], nextAfter: null };
  const query = { ...linkQuery(filters, timeZone), isPrintable: true };
  const { rows, nextAfter } = await readPage(mostOnSheets, (limit) =>
    withMerchant(view.merchantId, (tx) => listFiltered(tx, view, { ...query, limit })),
  );
  return { links: rows.filter(isShareable), nextAfter };
}
