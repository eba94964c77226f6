import type { LinkScope } from "@/lib/core/link-view";
import { type PaymentLink, shownInInbox } from "@/lib/domain/payment-links/schema";
import { inView, linkColumns, toPaymentLink } from "@/lib/domain/payment-links/store";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Unknown links, oldest first, those after a given one. */
export async function listUnknown(
  tx: MerchantTx,
  view: LinkScope,
  { afterId, limit }: { afterId: string | undefined; limit: number },
): Promise<PaymentLink[]> {
  const rows = await tx.paymentLink.findMany({
    where: {
      ...inView(tx, view),
      isUnconfirmed: true,
      state: "unknown",
      ...(afterId && { id: { gt: afterId } }),
    },
    orderBy: { id: "asc" },
    take: limit,
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}

/** For each key, when its oldest unconfirmed link was created, including those still being sent. */
export async function listOldestUnconfirmed(tx: MerchantTx): Promise<Map<string, Date>> {
  const keys = await tx.paymentLink.groupBy({
    by: ["apiKeyId"],
    where: { merchantId: tx.merchantId, isUnconfirmed: true },
    _min: { createdAt: true },
  });
  return new Map(keys.flatMap(({ apiKeyId, _min }) => (_min.createdAt ? [[apiKeyId, _min.createdAt]] : [])));
}

/**
 * Links found upstream that can be this one. Those found soonest after it come first, because they are the most likely.
 * They are in the order of their ids.
 * @param which.afterId the last candidate of the page before.
 */
export async function listCandidates(
  tx: MerchantTx,
  { apiKeyId, createdAt }: PaymentLink,
  { afterId, limit }: { afterId?: string | undefined; limit: number },
): Promise<PaymentLink[]> {
  const unannotated = { origin: "external", amountMinor: null, dismissedAt: null } as const;
  const rows = await tx.paymentLink.findMany({
    where: {
      ...{ merchantId: tx.merchantId, apiKeyId, createdAt: { gte: createdAt }, ...unannotated },
      ...(afterId && { id: { gt: afterId } }),
    },
    orderBy: { id: "asc" },
    take: limit,
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}

/** External links that nobody has annotated or dismissed, newest first. */
export async function listUnannotated(tx: MerchantTx, view: LinkScope): Promise<PaymentLink[]> {
  const rows = await tx.paymentLink.findMany({
    where: { ...inView(tx, view), origin: "external", amountMinor: null, dismissedAt: null },
    orderBy: { id: "desc" },
    take: shownInInbox,
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}

/** Links that became inactive upstream and that nobody has dismissed, newest first. */
export async function listTurnedInactive(tx: MerchantTx, view: LinkScope): Promise<PaymentLink[]> {
  const rows = await tx.paymentLink.findMany({
    where: { ...inView(tx, view), active: false, inactiveAt: { not: null }, dismissedAt: null },
    orderBy: { inactiveAt: "desc" },
    take: shownInInbox,
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}

/**
 * How many links need attention. Counting stops a little above what the inbox shows. Every page asks for this, so each
 * kind is counted with an index of its own; with an "or", all links of the merchant would be read.
 */
export async function countWaiting(tx: MerchantTx, { onlyBy }: LinkScope): Promise<number> {
  const mine = Prisma.sql`merchant_id = ${tx.merchantId}::uuid
    AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid)`;
  const [found] = await tx.$queryRaw<{ count: number }[]>`SELECT ${waiting(mine)} AS count`;
  return found?.count ?? 0;
}

/** The same as part of a statement. `mine` is the condition on the links that are looked at. */
export function waiting(mine: Prisma.Sql): Prisma.Sql {
  const limit = shownInInbox + 1;
  return Prisma.sql`(SELECT least(count(*), ${limit})::int FROM (
      (SELECT id FROM payment_links WHERE ${mine} AND in_doubt AND state = 'unknown' LIMIT ${limit})
      UNION
      (SELECT id FROM payment_links WHERE ${mine} AND amount_minor IS NULL AND dismissed_at IS NULL LIMIT ${limit})
      UNION
      (SELECT id FROM payment_links
       WHERE ${mine} AND NOT active AND inactive_at IS NOT NULL AND dismissed_at IS NULL LIMIT ${limit})
    ) AS waiting)`;
}

export async function dismiss(tx: MerchantTx, view: LinkScope, id: string): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { ...inView(tx, view), id, dismissedAt: null },
    data: { dismissedAt: new Date() },
  });
  return count === 1;
}

/** Stores what an external link is for; only once, and only for an external link. */
export async function writeDescription(
  tx: MerchantTx,
  view: LinkScope,
  id: string,
  content: { amountMinor: number; currency: string; description: string },
): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { ...inView(tx, view), id, origin: "external", amountMinor: null },
    data: content,
  });
  return count === 1;
}

export async function isDismissed(tx: MerchantTx, id: string): Promise<boolean> {
  const where = { merchantId: tx.merchantId, id, dismissedAt: { not: null } };
  return (await tx.paymentLink.count({ where })) > 0;
}
