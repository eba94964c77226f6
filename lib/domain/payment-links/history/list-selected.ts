import type { LinkView } from "@/lib/core/link-view";
import { isUuid } from "@/lib/core/uuid";
import { mostSelected } from "@/lib/domain/payment-links/history/parse-filters";
import { listUsedTags } from "@/lib/domain/payment-links/notes/notes-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { listLinksById } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/**
 * The links that were chosen one by one, in their order, and the tags that are offered for them. Null when there are
 * too many. What is no id, and a link that the person may not see, is left out.
 */
export async function listSelected(
  view: LinkView,
  given: readonly string[],
): Promise<{ links: PaymentLink[]; usedTags: string[] } | null> {
  const ids = [...new Set(given.map((id) => id.toLowerCase()))].filter(isUuid);
  if (ids.length > mostSelected) return null;
  return withMerchant(view.merchantId, async (tx) => ({
    links: await listLinksById(tx, view, ids),
    usedTags: await listUsedTags(tx, view),
  }));
}
