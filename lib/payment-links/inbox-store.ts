import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import { type PaymentLink, shownInInbox } from "@/lib/payment-links/schema";
import { linkColumns, toPaymentLink } from "@/lib/payment-links/store";

/** Links of which nobody can say yet whether upstream made them, oldest first. */
export async function listUnknown(tx: Tx, merchantId: MerchantId): Promise<PaymentLink[]> {
  const rows = await tx.paymentLink.findMany({
    where: { merchantId, state: "unknown" },
    orderBy: { id: "asc" },
    take: shownInInbox,
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}

/** Links made elsewhere that nobody has described or put aside, newest first. */
export async function listUndescribed(tx: Tx, merchantId: MerchantId): Promise<PaymentLink[]> {
  const rows = await tx.paymentLink.findMany({
    where: { merchantId, origin: "external", amountMinor: null, dismissedAt: null },
    orderBy: { id: "desc" },
    take: shownInInbox,
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}

/** Links that upstream has turned inactive and nobody has taken note of, newest first. */
export async function listTurnedInactive(tx: Tx, merchantId: MerchantId): Promise<PaymentLink[]> {
  const rows = await tx.paymentLink.findMany({
    where: { merchantId, active: false, inactiveAt: { not: null }, dismissedAt: null },
    orderBy: { inactiveAt: "desc" },
    take: shownInInbox,
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}

/** How many links a person should look at. */
export function countWaiting(tx: Tx, merchantId: MerchantId): Promise<number> {
  return tx.paymentLink.count({
    where: {
      merchantId,
      OR: [
        { state: "unknown" },
        { origin: "external", amountMinor: null, dismissedAt: null },
        { active: false, inactiveAt: { not: null }, dismissedAt: null },
      ],
    },
    take: shownInInbox + 1,
  });
}

export async function dismiss(tx: Tx, merchantId: MerchantId, id: string): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { merchantId, id, dismissedAt: null },
    data: { dismissedAt: new Date() },
  });
  return count === 1;
}

/** Writes down what a link made elsewhere is for; only once, and only for such a link. */
export async function writeDescription(
  tx: Tx,
  merchantId: MerchantId,
  id: string,
  content: { amountMinor: number; currency: string; description: string },
): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { merchantId, id, origin: "external", amountMinor: null },
    data: content,
  });
  return count === 1;
}
