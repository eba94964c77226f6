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

/** What a person is likely to need next, based on links in the same mode. */
export type Suggestions = {
  /** The address of their last link, from which the size of the next code is estimated. */
  lastUrl: string | null;
  /** Descriptions of the links they may see, the most used first. */
  descriptions: string[];
  /** Their links that are still being created, or were until a moment ago. */
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
