import type { Actor } from "@/lib/audit/schema";
import { recordEvent } from "@/lib/audit/service";
import { withMerchant } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import {
  countWaiting,
  dismiss,
  listTurnedInactive,
  listUndescribed,
  listUnknown,
  writeDescription,
} from "@/lib/payment-links/inbox-store";
import type { NewLink, PaymentLink } from "@/lib/payment-links/schema";

/** An unknown link, and the links found upstream since that it may be. */
export type Doubt = { link: PaymentLink; candidates: PaymentLink[] };

export type Inbox = { doubts: Doubt[]; undescribed: PaymentLink[]; turnedInactive: PaymentLink[] };

/** What needs a person's eye. A link that may be an unknown one of ours is shown there, not as a stranger. */
export async function inboxOf(merchantId: MerchantId): Promise<Inbox> {
  return withMerchant(merchantId, async (tx) => {
    const unknown = await listUnknown(tx, merchantId);
    const undescribed = await listUndescribed(tx, merchantId);
    const turnedInactive = await listTurnedInactive(tx, merchantId);
    const doubts = unknown.map((link) => ({
      link,
      candidates: undescribed.filter((found) => mayBe(found, link)),
    }));
    const strangers = undescribed.filter((found) => !unknown.some((link) => mayBe(found, link)));
    return { doubts, undescribed: strangers, turnedInactive };
  });
}

/** Whether a link found upstream can be an unknown one: of the same key, and first seen after it was sent. */
export function mayBe(found: PaymentLink, unknown: PaymentLink): boolean {
  return found.apiKeyId === unknown.apiKeyId && found.createdAt >= unknown.createdAt;
}

/** How many links wait in the inbox; counting stops a little past a hundred. */
export function inboxCount(merchantId: MerchantId): Promise<number> {
  return withMerchant(merchantId, (tx) => countWaiting(tx, merchantId));
}

type Request = { merchantId: MerchantId; actor: Actor; id: string };

/** Puts a link aside that needs no (more) attention. It stays in the history. */
export async function dismissLink({ merchantId, actor, id }: Request): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await dismiss(tx, merchantId, id))) return;
    await recordEvent(tx, merchantId, { actor, action: "link.dismissed", targetId: id });
  });
}

/** Writes down the amount and purpose of a link made elsewhere, as a person read them on its pay page. */
export async function describeLink({
  merchantId,
  actor,
  id,
  content,
}: Request & { content: NewLink }): Promise<void> {
  await withMerchant(merchantId, async (tx) => {
    if (!(await writeDescription(tx, merchantId, id, content))) return;
    await recordEvent(tx, merchantId, { actor, action: "link.described", targetId: id });
  });
}
