import type { LinkView } from "@/lib/core/link-view";
import { type CloseQuery, madeIn } from "@/lib/domain/payment-links/close/close-store";
import { matchAll } from "@/lib/domain/payment-links/history/conditions-store";
import { payableCondition, toFilterConditions } from "@/lib/domain/payment-links/history/filter-store";
import { findPage } from "@/lib/domain/payment-links/history/page-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

/** More are not gone through one by one. */
const mostOpen = 1_000;

/** The id of the link from which a person goes on: with it, to the first after it, or to the last before it. */
export type OpenPlace = {
  link?: string | undefined;
  after?: string | undefined;
  before?: string | undefined;
};

export type OpenLink = {
  /** Null when there is none there: all have been gone through. */
  link: PaymentLink | null;
  /** Its number, counted from 1, and how many there are. */
  number: number;
  count: number;
};

/** Of the links of a close that are still open, the oldest first, the one at a place. */
export function findOpen(view: LinkView, query: CloseQuery, place: OpenPlace): Promise<OpenLink> {
  return withMerchant(view.merchantId, async (tx) => {
    const inMode = await toFilterConditions(tx, { mode: query.mode }, "UTC");
    const selection = {
      condition: matchAll([...inMode, payableCondition(tx.merchantId), madeIn(query)]),
      ...{ creatorId: query.person, createdFrom: query.start, createdBefore: query.end },
      order: "oldest" as const,
    };
    const ids = await findPage(tx, view, selection, mostOpen);
    const index = findIndex(ids, place);
    const id = ids[index];
    return { link: id ? await findLinkInView(tx, view, id) : null, number: index + 1, count: ids.length };
  });
}

/** Ids in lower case have the order of their text. A link that is no longer open leaves its place to the next one. */
function findIndex(ids: readonly string[], { link, after, before }: OpenPlace): number {
  if (before !== undefined) return ids.findLastIndex((id) => id < before);
  if (after !== undefined) return findFirst(ids, (id) => id > after);
  if (link !== undefined) return findFirst(ids, (id) => id >= link);
  return 0;
}

function findFirst(ids: readonly string[], isThere: (id: string) => boolean): number {
  const index = ids.findIndex(isThere);
  return index < 0 ? ids.length : index;
}
