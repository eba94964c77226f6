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
    // Safe as a number: the form accepts only safe integers, and a check on the column allows no others.
    amountMinor: amountMinor === null ? null : Number(amountMinor),
    currency: currency !== null && isCurrency(currency) ? currency : null,
    failureCode: isFailureCode(failureCode) ? failureCode : null,
    isMatched: matchedFrom !== null,
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

/** Conditions on rows for the history; all that are given must hold. */
export type LinkQuery = {
  /** What was searched for, as conditions on rows. */
  search?: Prisma.PaymentLinkWhereInput | undefined;
  mode?: Mode | undefined;
  state?: ShownState | undefined;
  currency?: string | undefined;
  creatorId?: string | undefined;
  createdFrom?: Date | undefined;
  createdBefore?: Date | undefined;
  /** Only links that can be paid, as far as is known, and whose amount is known. */
  isPrintable?: boolean | undefined;
  /** Only links that are older than this one. */
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
      // There are few of these, and this condition lets the planner use their index (see the migration `in_doubt`).
      ...((state === "sending" || state === "unknown") && { isUnconfirmed: true }),
      ...(currency && { currency }),
      AND: [
        // Added to the view's own condition: a filter can only narrow what a person sees.
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

/** Null until upstream has reported it. */
const stillActive: Prisma.PaymentLinkWhereInput[] = [{ active: true }, { active: null }];

const printable: Prisma.PaymentLinkWhereInput = {
  state: "ready",
  url: { not: null },
  amountMinor: { not: null },
  OR: stillActive,
};
