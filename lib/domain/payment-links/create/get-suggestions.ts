import type { LinkView } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import {
  findLastUrl,
  listPendingLinks,
  listUsualDescriptions,
} from "@/lib/domain/payment-links/create/suggestions-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { withMerchant } from "@/lib/platform/db";

const shownDescriptions = 8;
const shownPendingLinks = 3;
const failedShownMs = 60_000;

/** What a person is likely to want next, told from what was made before in the same mode. */
export type Suggestions = {
  /** The address of their own last link here, for the size of the next one's code. */
  lastUrl: string | null;
  /** The most usual first, of the links that they see. */
  descriptions: string[];
  /** Their links that are still being made, or were until a moment ago. */
  pendingLinks: PaymentLink[];
};

export function getSuggestions(view: LinkView, userId: string, mode: Mode): Promise<Suggestions> {
  const { merchantId } = view;
  const outcomeSince = new Date(Date.now() - failedShownMs);
  return withMerchant(merchantId, async (tx) => ({
    lastUrl: await findLastUrl(tx, userId, mode),
    descriptions: await listUsualDescriptions(tx, view, { mode, limit: shownDescriptions }),
    pendingLinks: await listPendingLinks(tx, userId, { outcomeSince, limit: shownPendingLinks }),
  }));
}
