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

/** An unknown link, and some of the links found upstream since that it may be. */
export type UnconfirmedLink = {
  link: PaymentLink;
  candidates: PaymentLink[];
  /** The last of these, when there are more after it. */
  moreAfter: string | null;
};

export type Inbox = {
  unconfirmedLinks: UnconfirmedLink[];
  /** What the next page of unconfirmed links is asked for with; null on the last one. */
  nextAfter: string | null;
  /** Both on the first page only. */
  unannotated: PaymentLink[];
  turnedInactive: PaymentLink[];
};

const never = new Date(8.64e15);

/**
 * What needs a person's eye. A link that may be an unknown one of ours is shown there, not as an external link; nor is one
 * that may be ours and on its way, or somebody could put it aside before it is missed. Whoever sees their own links
 * only sees external links as candidates for those, and nowhere else.
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
 * One unknown link with many of those that it may be; null when it was decided meanwhile.
 * @param afterId the last candidate that was seen already.
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

/** Whether a link found upstream can be an unknown one: of the same key, and first seen after it was sent. */
export function mayBe(found: PaymentLink, unknown: PaymentLink): boolean {
  return found.apiKeyId === unknown.apiKeyId && found.createdAt >= unknown.createdAt;
}

/** Whether anything was found upstream that this unknown link may be. */
export async function hasCandidates(merchantId: MerchantId, link: PaymentLink): Promise<boolean> {
  const found = await withMerchant(merchantId, (tx) => listCandidates(tx, link, { limit: 1 }));
  return found.length > 0;
}

/** How many links wait in the inbox; counting stops a little past a hundred. */
export function inboxCount(view: LinkView): Promise<number> {
  return withMerchant(view.merchantId, (tx) => countWaiting(tx, view));
}
