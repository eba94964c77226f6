import { withMerchant } from "@/lib/db";
import type { LinkView } from "@/lib/link-view";
import type { HistoryFilters } from "@/lib/payment-links/history-filters";
import { isShareable, type ShareableLink } from "@/lib/payment-links/schema";
import { linkQuery } from "@/lib/payment-links/service";
import { listLinks } from "@/lib/payment-links/store";

/** Ten sheets. More on one page would be slow to show, and nobody cuts that many at once. */
export const mostOnSheets = 210;

/** The links that the filters let through and that can be printed, newest first, and the id to ask the next ones with. */
export async function printableLinks(
  view: LinkView,
  filters: HistoryFilters,
  timeZone: string,
): Promise<{ links: ShareableLink[]; nextAfter: string | null }> {
  if (filters.state !== undefined && filters.state !== "ready") return { links: [], nextAfter: null };
  const query = { ...linkQuery(filters, timeZone), isPrintable: true, limit: mostOnSheets + 1 };
  const found = await withMerchant(view.merchantId, (tx) => listLinks(tx, view, query));
  const shown = found.slice(0, mostOnSheets);
  const nextAfter = found.length > mostOnSheets ? (shown.at(-1)?.id ?? null) : null;
  return { links: shown.filter(isShareable), nextAfter };
}
