import type { LinkScope, LinkView } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import {
  findLastUrl,
  listPendingLinks,
  listUsualDescriptions,
} from "@/lib/domain/payment-links/create/suggestions-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

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
  return withMerchant(view.merchantId, (tx) => readSuggestions(tx, view, { userId, mode }));
}

/** The same within a transaction. */
export async function readSuggestions(
  tx: MerchantTx,
  view: LinkScope,
  { userId, mode }: { userId: string; mode: Mode },
): Promise<Suggestions> {
  const outcomeSince = new Date(Date.now() - failedShownMs);
  return {
    lastUrl: await findLastUrl(tx, userId, mode),
    descriptions: await listUsualDescriptions(tx, view, { mode, limit: shownDescriptions }),
    pendingLinks: await listPendingLinks(tx, userId, { outcomeSince, limit: shownPendingLinks }),
  };
}

/** The link that a form is filled in from, if this person may see it. Within a transaction. */
export function findSource(tx: MerchantTx, view: LinkScope, id: string): Promise<PaymentLink | null> {
  return findLinkInView(tx, view, id);
}
