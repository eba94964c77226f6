import type { LinkScope } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import type { LinkFailureCode, LinkState, NewLink, PaymentLink } from "@/lib/domain/payment-links/schema";
import { isGatewayFailureCode } from "@/lib/gateway/failures";
import { isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

/** The columns of a link that the portal shows, for `toPaymentLink`. */
export const linkColumns = {
  id: true,
  mode: true,
  state: true,
  origin: true,
  amountMinor: true,
  currency: true,
  description: true,
  reference: true,
  apiKeyId: true,
  url: true,
  upstreamId: true,
  active: true,
  failureCode: true,
  createdAt: true,
  matchedFrom: true,
  markedPaidAt: true,
  cancelledAt: true,
  expiresAt: true,
  pointsToCode: true,
  firstOpenedAt: true,
  lastOpenedAt: true,
  openedCount: true,
  code: true,
  createdBy: { select: { userId: true, user: { select: { name: true } } } },
} as const satisfies Prisma.PaymentLinkSelect;

type Row = Prisma.PaymentLinkGetPayload<{ select: typeof linkColumns }>;

export function toPaymentLink({
  createdBy,
  amountMinor,
  currency,
  failureCode,
  matchedFrom,
  ...row
}: Row): PaymentLink {
  return {
    ...row,
    address: row.url,
    // Safe as a number: the form accepts only safe integers, and a check on the column allows no others.
    amountMinor: amountMinor === null ? null : Number(amountMinor),
    currency: currency !== null && isCurrency(currency) ? currency : null,
    failureCode: readFailureCode(failureCode),
    isMatched: matchedFrom !== null,
    createdBy: createdBy && { id: createdBy.userId, name: createdBy.user.name },
  };
}

/** A code that this release does not know, such as one of a newer one, is none. */
export function readFailureCode(code: string | null): LinkFailureCode | null {
  return code === "interrupted" || isGatewayFailureCode(code) ? code : null;
}

export type Intent = { id: string; state: LinkState; requestHash: Uint8Array | null };

export function findIntent(tx: MerchantTx, intentId: string): Promise<Intent | null> {
  return tx.paymentLink.findFirst({
    where: { merchantId: tx.merchantId, intentId },
    select: { id: true, state: true, requestHash: true },
  });
}

/** Inserts the row of a link that is about to be sent. Answers false when its intent has a row already. */
export async function insertSending(
  tx: MerchantTx,
  link: NewLink & {
    id: string;
    mode: Mode;
    intentId: string;
    requestHash: Uint8Array<ArrayBuffer>;
    apiKeyId: string;
    createdById: string;
    leaseUntil: Date;
    reference: string | null;
    replacesId: string | null;
    correctsId: string | null;
    expiresAt: Date | null;
  },
): Promise<boolean> {
  // The database's clock, which a sync uses too: the order of the two times tells which found link can be this one.
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT CURRENT_TIMESTAMP AS now`;
  const { count } = await tx.paymentLink.createMany({
    data: [{ merchantId: tx.merchantId, state: "sending", ...link, ...(clock && { createdAt: clock.now }) }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The `where` of a view. Nothing else decides which rows are in it. */
export function inView({ merchantId }: MerchantTx, { onlyBy }: LinkScope) {
  return { merchantId, ...(onlyBy !== null && { createdById: onlyBy }) };
}

/** For Cobro's own jobs. For a person, use `findLinkInView`. */
export function findLink(tx: MerchantTx, id: string): Promise<PaymentLink | null> {
  return findLinkInView(tx, { onlyBy: null }, id);
}

export async function findLinkInView(
  tx: MerchantTx,
  view: LinkScope,
  id: string,
): Promise<PaymentLink | null> {
  const row = await tx.paymentLink.findFirst({ where: { ...inView(tx, view), id }, select: linkColumns });
  return row && toPaymentLink(row);
}

/** Waits for everybody else who decides about this link, until the transaction ends. */
export async function lockLink(tx: MerchantTx, id: string): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM payment_links WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
}

/** Links by their ids, in the order of these. */
export async function listLinksById(tx: MerchantTx, view: LinkScope, ids: string[]): Promise<PaymentLink[]> {
  if (ids.length === 0) return [];
  const rows = await tx.paymentLink.findMany({
    where: { ...inView(tx, view), id: { in: ids } },
    select: linkColumns,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [toPaymentLink(row)] : [];
  });
}
