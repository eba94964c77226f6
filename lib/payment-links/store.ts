import { isCurrency } from "@/lib/currencies";
import type { Tx } from "@/lib/db";
import { type GatewayFailureCode, isGatewayFailureCode } from "@/lib/gateway/failures";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";
import type { LinkState, NewLink, PaymentLink } from "@/lib/payment-links/schema";
import type { Prisma } from "@/prisma/generated/client";

const columns = {
  id: true,
  mode: true,
  state: true,
  origin: true,
  amountMinor: true,
  currency: true,
  description: true,
  url: true,
  upstreamId: true,
  active: true,
  failureCode: true,
  createdAt: true,
  createdBy: { select: { userId: true, user: { select: { name: true } } } },
} as const satisfies Prisma.PaymentLinkSelect;

type Row = Prisma.PaymentLinkGetPayload<{ select: typeof columns }>;

function toPaymentLink({ createdBy, amountMinor, currency, failureCode, ...row }: Row): PaymentLink {
  return {
    ...row,
    // The form admits only safe integers, and the column is checked to hold no others.
    amountMinor: amountMinor === null ? null : Number(amountMinor),
    currency: currency !== null && isCurrency(currency) ? currency : null,
    failureCode: isGatewayFailureCode(failureCode) ? failureCode : null,
    createdBy: createdBy && { id: createdBy.userId, name: createdBy.user.name },
  };
}

export type Intent = { id: string; state: LinkState; requestHash: Uint8Array | null };

export function findIntent(tx: Tx, merchantId: MerchantId, intentId: string): Promise<Intent | null> {
  return tx.paymentLink.findFirst({
    where: { merchantId, intentId },
    select: { id: true, state: true, requestHash: true },
  });
}

/** Whether the row was written; not when its intent has one already. */
export async function insertSending(
  tx: Tx,
  merchantId: MerchantId,
  link: NewLink & {
    id: string;
    mode: Mode;
    intentId: string;
    requestHash: Uint8Array<ArrayBuffer>;
    apiKeyId: string;
    createdById: string;
    leaseUntil: Date;
  },
): Promise<boolean> {
  const { count } = await tx.paymentLink.createMany({
    data: [{ merchantId, state: "sending", ...link }],
    skipDuplicates: true,
  });
  return count === 1;
}

export type Settlement =
  | { state: "ready"; upstreamId: string; url: string; active: boolean }
  | { state: "rejected" | "unknown"; failureCode: GatewayFailureCode };

/** Writes the outcome of a link that is still `sending`; false when something else settled it first. */
export async function settleSending(
  tx: Tx,
  merchantId: MerchantId,
  id: string,
  settlement: Settlement,
): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { merchantId, id, state: "sending" },
    data: { ...settlement, leaseUntil: null, settledAt: new Date() },
  });
  return count === 1;
}

export async function findLink(tx: Tx, merchantId: MerchantId, id: string): Promise<PaymentLink | null> {
  const row = await tx.paymentLink.findFirst({ where: { merchantId, id }, select: columns });
  return row && toPaymentLink(row);
}

/** The filters of history in terms of rows; all that are given must hold. */
export type LinkQuery = {
  text?: string | undefined;
  /** What `text` is if it is read as an amount. */
  textAsMinor?: number | undefined;
  mode?: Mode | undefined;
  state?: LinkState | undefined;
  currency?: string | undefined;
  creatorId?: string | undefined;
  createdFrom?: Date | undefined;
  createdBefore?: Date | undefined;
  /** Only links older than this one. */
  afterId?: string | undefined;
  limit: number;
};

/** Newest first. */
export async function listLinks(tx: Tx, merchantId: MerchantId, query: LinkQuery): Promise<PaymentLink[]> {
  const { mode, state, currency, creatorId, createdFrom, createdBefore, afterId } = query;
  const rows = await tx.paymentLink.findMany({
    where: {
      merchantId,
      ...(mode && { mode }),
      ...(state && { state }),
      ...(currency && { currency }),
      ...(creatorId && { createdById: creatorId }),
      ...(afterId && { id: { lt: afterId } }),
      ...((createdFrom || createdBefore) && {
        createdAt: { ...(createdFrom && { gte: createdFrom }), ...(createdBefore && { lt: createdBefore }) },
      }),
      ...(query.text && { OR: textMatches(query.text, query.textAsMinor) }),
    },
    orderBy: { id: "desc" },
    take: query.limit,
    select: columns,
  });
  return rows.map(toPaymentLink);
}

function textMatches(text: string, asMinor: number | undefined): Prisma.PaymentLinkWhereInput[] {
  // Prisma escapes nothing in `contains`: a typed % or _ would match anything.
  const literal = text.replace(/[\\%_]/g, "\\$&");
  return [
    { description: { contains: literal, mode: "insensitive" } },
    { upstreamId: text },
    { url: text },
    ...(asMinor === undefined ? [] : [{ amountMinor: asMinor }]),
  ];
}
