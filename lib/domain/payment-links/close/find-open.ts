import type { LinkView } from "@/lib/core/link-view";
import { type CloseQuery, madeIn } from "@/lib/domain/payment-links/close/close-store";
import { matchAll } from "@/lib/domain/payment-links/history/conditions-store";
import { payableIn } from "@/lib/domain/payment-links/history/filter-store";
import { findFirst } from "@/lib/domain/payment-links/history/find-links";
import { countSelected } from "@/lib/domain/payment-links/history/get-totals";
import { onlyIds } from "@/lib/domain/payment-links/history/look-store";
import type { Selection } from "@/lib/domain/payment-links/history/page-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { findLinkInView } from "@/lib/domain/payment-links/store";
import { withMerchant } from "@/lib/platform/db";

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
export async function findOpen(view: LinkView, query: CloseQuery, place: OpenPlace): Promise<OpenLink> {
  const { merchantId } = view;
  const selection: Selection = {
    condition: matchAll([payableIn(merchantId, query.mode), madeIn(query)]),
    ...{ creatorId: query.person, createdFrom: query.start, createdBefore: query.end },
    order: "oldest",
  };
  const find = async (at: Partial<Selection>) => {
    const [first] = await findFirst(view, { ...selection, ...at }, { columns: onlyIds, limit: 1 });
    return first?.id ?? null;
  };
  const id = await findAt(find, place);
  const count = await countSelected(view, selection);
  if (id === null) return { link: null, number: count + 1, count };
  const earlier = await countSelected(view, { ...selection, before: toPlace(id) });
  const link = await withMerchant(merchantId, (tx) => findLinkInView(tx, view, id));
  return { link, number: earlier + 1, count };
}

/** A link that is no longer open leaves its place to the next one, and the first of all to the one that is first now. */
async function findAt(
  find: (at: Partial<Selection>) => Promise<string | null>,
  { link, after, before }: OpenPlace,
): Promise<string | null> {
  if (before !== undefined) return (await find({ before: toPlace(before) })) ?? find({});
  if (after !== undefined) return find({ after: toPlace(after) });
  if (link !== undefined) return (await find({ linkIds: [link] })) ?? find({ after: toPlace(link) });
  return find({});
}

function toPlace(id: string): NonNullable<Selection["after"]> {
  return { id, amountMinor: 0 };
}
