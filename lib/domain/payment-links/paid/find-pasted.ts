import type { LinkView } from "@/lib/core/link-view";
import { listByUpstreamIds } from "@/lib/domain/payment-links/paid/paid-store";
import { readPasted } from "@/lib/domain/payment-links/paid/schema";
import { withMerchant } from "@/lib/platform/db";

/**
 * The links that a pasted text names by upstream's ids or addresses, with any text around them: those that are not
 * marked as paid yet, the newest `most` of them.
 * @returns `marked` is how many more it names that are marked already; `isMore`, that there are more than that.
 */
export async function findPasted(
  view: LinkView,
  { text, most }: { text: string; most: number },
): Promise<{ ids: string[]; marked: number; isMore: boolean }> {
  const words = readPasted(text);
  const found = await withMerchant(view.merchantId, (tx) =>
    listByUpstreamIds(tx, view, { words, limit: words.length }),
  );
  const unmarked = found.filter(({ isMarked }) => !isMarked).map(({ id }) => id);
  return {
    ids: unmarked.slice(0, most),
    marked: found.length - unmarked.length,
    isMore: unmarked.length > most,
  };
}
