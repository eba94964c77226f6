import { withMerchant } from "@/lib/db";
import type { LinkView } from "@/lib/link-view";
import type { Mode } from "@/lib/mode";
import {
  findLastMade,
  type LastMade,
  listLeftBehind,
  listUsualDescriptions,
} from "@/lib/payment-links/habits-store";
import type { PaymentLink } from "@/lib/payment-links/schema";

const shownDescriptions = 8;
const shownLeftBehind = 3;
const settledShownMs = 60_000;

/** What a person is likely to want next, told from what was made before in the same mode. */
export type Habits = {
  /** Their own last link here. */
  last: LastMade | null;
  /** The most usual first, of the links that they see. */
  descriptions: string[];
  /** Their links that are still being made, or were until a moment ago. */
  leftBehind: PaymentLink[];
};

export function habitsOf(view: LinkView, userId: string, mode: Mode): Promise<Habits> {
  const { merchantId } = view;
  const settledSince = new Date(Date.now() - settledShownMs);
  return withMerchant(merchantId, async (tx) => ({
    last: await findLastMade(tx, merchantId, userId, mode),
    descriptions: await listUsualDescriptions(tx, view, { mode, limit: shownDescriptions }),
    leftBehind: await listLeftBehind(tx, merchantId, userId, { settledSince, limit: shownLeftBehind }),
  }));
}
