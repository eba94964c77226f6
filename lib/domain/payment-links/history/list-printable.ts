import type { LinkView } from "@/lib/core/link-view";
import { linkQuery } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { isShareable, type ShareableLink } from "@/lib/domain/payment-links/schema";
import { listLinks } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

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
