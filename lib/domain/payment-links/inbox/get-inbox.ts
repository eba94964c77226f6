import type { LinkView } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import {
  countWaiting,
  listCandidates,
  listOldestUnconfirmed,
  listTurnedInactive,
  listUnannotated,
  listUnknown,
} from "@/lib/domain/payment-links/inbox/inbox-store";
import {
  candidatesOnCard,
  type PaymentLink,
  shownInInbox,
  unconfirmedPageSize,
} from "@/lib/domain/payment-links/schema";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";
import { readPage } from "@/lib/platform/keyset";

/** An unknown link, and some of its candidates: links found upstream that it may be. */
export type UnconfirmedLink = {
  link: PaymentLink;
  candidates: PaymentLink[];
  /** The last of these candidates, when more follow. */
  moreAfter: string | null;
};

export type Inbox = {
  unconfirmedLinks: UnconfirmedLink[];
  /** The id to ask for the next page of unconfirmed links with; null on the last page. */
  nextAfter: string | null;
  /** These two are on the first page only. */
  unannotated: PaymentLink[];
  turnedInactive: PaymentLink[];
};

const never = new Date(8.64e15);

/**
 * What a person should look at. A link that may be an unknown one of ours is shown as its candidate and not as an
 * external link. One that may be a link still being sent is not shown yet, so that nobody dismisses it before it is
 * missed. Whoever sees only their own links sees external links only as candidates for these.
 * @param afterId the last unconfirmed link of the page before.
 */
export async function getInbox(view: LinkView, afterId?: string): Promise<Inbox> {
  return withMerchant(view.merchantId, async (tx) => {
    const { rows: unknown, nextAfter } = await readPage(unconfirmedPageSize, (limit) =>
      listUnknown(tx, view, { afterId, limit }),
    );
    const unconfirmedLinks: UnconfirmedLink[] = [];
    for (const link of unknown) {
      unconfirmedLinks.push(await toUnconfirmedLink(tx, link, { limit: candidatesOnCard }));
    }
    if (afterId !== undefined) return { unconfirmedLinks, nextAfter, unannotated: [], turnedInactive: [] };
    const turnedInactive = await listTurnedInactive(tx, view);
    if (view.onlyBy !== null) return { unconfirmedLinks, nextAfter, unannotated: [], turnedInactive };
    const readOldestUnconfirmed = await listOldestUnconfirmed(tx);
    const external = (await listUnannotated(tx, { onlyBy: null })).filter(
      ({ apiKeyId, createdAt }) => createdAt < (readOldestUnconfirmed.get(apiKeyId) ?? never),
    );
    return { unconfirmedLinks, nextAfter, unannotated: external, turnedInactive };
  });
}

/**
 * One unknown link with many of its candidates; null when it was decided meanwhile.
 * @param afterId the last candidate of the page before.
 */
export async function findUnconfirmed(
  view: LinkView,
  linkId: string,
  afterId?: string,
): Promise<UnconfirmedLink | null> {
  return withMerchant(view.merchantId, async (tx) => {
    const link = await findLinkInView(tx, view, linkId);
    return link?.state === "unknown" ? toUnconfirmedLink(tx, link, { afterId, limit: shownInInbox }) : null;
  });
}

async function toUnconfirmedLink(
  tx: MerchantTx,
  link: PaymentLink,
  { afterId, limit }: { afterId?: string | undefined; limit: number },
): Promise<UnconfirmedLink> {
  const { rows, nextAfter } = await readPage(limit, (most) =>
    listCandidates(tx, link, { afterId, limit: most }),
  );
  return { link, candidates: rows, moreAfter: nextAfter };
}

/**
 * Whether a link found upstream can be an unknown one: it has the same key, and was first seen after the other was
 * sent.
 */
export function mayBe(found: PaymentLink, unknown: PaymentLink): boolean {
  return found.apiKeyId === unknown.apiKeyId && found.createdAt >= unknown.createdAt;
}

/** Whether an unknown link has any candidates. */
export async function hasCandidates(merchantId: MerchantId, link: PaymentLink): Promise<boolean> {
  const found = await withMerchant(merchantId, (tx) => listCandidates(tx, link, { limit: 1 }));
  return found.length > 0;
}

/** How many links are in the inbox. Counting stops a little above a hundred. */
export function inboxCount(view: LinkView): Promise<number> {
  return withMerchant(view.merchantId, (tx) => countWaiting(tx, view));
}
