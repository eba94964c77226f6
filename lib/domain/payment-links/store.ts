import type { LinkScope } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import type {
  LinkFailureCode,
  LinkState,
  NewLink,
  PaymentLink,
  ShownState,
} from "@/lib/domain/payment-links/schema";
import { isGatewayFailureCode } from "@/lib/gateway/failures";
import { isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

/** The columns of a link as the portal shows it, for `toPaymentLink`. */
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
  createdBy: { select: { userId: true, user: { select: { name: true } } } },
} as const satisfies Prisma.PaymentLinkSelect;

type Row = Prisma.PaymentLinkGetPayload<{ select: typeof linkColumns }>;

export function toPaymentLink({ createdBy, amountMinor, currency, failureCode, ...row }: Row): PaymentLink {
  return {
    ...row,
    // The form admits only safe integers, and the column is checked to hold no others.
    amountMinor: amountMinor === null ? null : Number(amountMinor),
    currency: currency !== null && isCurrency(currency) ? currency : null,
    failureCode: isFailureCode(failureCode) ? failureCode : null,
    createdBy: createdBy && { id: createdBy.userId, name: createdBy.user.name },
  };
}

function isFailureCode(code: string | null): code is LinkFailureCode {
  return code === "interrupted" || isGatewayFailureCode(code);
}

export type Intent = { id: string; state: LinkState; requestHash: Uint8Array | null };

export function findIntent(tx: MerchantTx, intentId: string): Promise<Intent | null> {
  return tx.paymentLink.findFirst({
    where: { merchantId: tx.merchantId, intentId },
    select: { id: true, state: true, requestHash: true },
  });
}

/** Whether the row was written; not when its intent has one already. */
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
  },
): Promise<boolean> {
  // By the database's clock, as links are that a sync finds: the order of the two says which can be which.
  const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT CURRENT_TIMESTAMP AS now`;
  const { count } = await tx.paymentLink.createMany({
    data: [{ merchantId: tx.merchantId, state: "sending", ...link, ...(clock && { createdAt: clock.now }) }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The `where` of a view: the one place that says which rows are in it. */
export function inView({ merchantId }: MerchantTx, { onlyBy }: LinkScope) {
  return { merchantId, ...(onlyBy !== null && { createdById: onlyBy }) };
}

/** For Cobro's own work. What a person asks for is `findLinkInView`. */
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

/** The filters of history in terms of rows; all that are given must hold. */
export type LinkQuery = {
  /** What was searched for, in terms of rows. */
  search?: Prisma.PaymentLinkWhereInput | undefined;
  mode?: Mode | undefined;
  state?: ShownState | undefined;
  currency?: string | undefined;
  creatorId?: string | undefined;
  createdFrom?: Date | undefined;
  createdBefore?: Date | undefined;
  /** Only links that can be paid, as far as anybody knows, and whose amount is known. */
  isPrintable?: boolean | undefined;
  /** Only links older than this one. */
  afterId?: string | undefined;
  limit: number;
};

/** Newest first. */
export async function listLinks(tx: MerchantTx, view: LinkScope, query: LinkQuery): Promise<PaymentLink[]> {
  const { mode, state, currency, creatorId, createdFrom, createdBefore, afterId } = query;
  const rows = await tx.paymentLink.findMany({
    where: {
      ...inView(tx, view),
      ...(mode && { mode }),
      ...(state && { state: toStored(state) }),
      // Few among many: the index of these answers, where one of states may not be used (see the migration `in_doubt`).
      ...((state === "sending" || state === "unknown") && { isUnconfirmed: true }),
      ...(currency && { currency }),
      AND: [
        // Beside the view's own maker: a filter can narrow what is seen, never widen it.
        ...(creatorId ? [{ createdById: creatorId }] : []),
        ...(state === "open" ? [{ OR: stillActive }] : []),
        ...(state === "inactive" ? [{ active: false }] : []),
        ...(query.isPrintable ? [printable] : []),
        ...(query.search ? [query.search] : []),
      ],
      ...(afterId && { id: { lt: afterId } }),
      ...((createdFrom || createdBefore) && {
        createdAt: { ...(createdFrom && { gte: createdFrom }), ...(createdBefore && { lt: createdBefore }) },
      }),
    },
    orderBy: { id: "desc" },
    take: query.limit,
    select: linkColumns,
  });
  return rows.map(toPaymentLink);
}

function toStored(state: ShownState): LinkState {
  return state === "open" || state === "inactive" ? "ready" : state;
}

/** Null while upstream has said nothing about it. */
const stillActive: Prisma.PaymentLinkWhereInput[] = [{ active: true }, { active: null }];

const printable: Prisma.PaymentLinkWhereInput = {
  state: "ready",
  url: { not: null },
  amountMinor: { not: null },
  OR: stillActive,
};
