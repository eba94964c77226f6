import type { Mode } from "@/lib/core/mode";
import type { LinkState, NewLink } from "@/lib/domain/payment-links/schema";
import type { MerchantTx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

export type NearDuplicate = {
  id: string;
  createdAt: Date;
  createdBy: string;
  /** Whether nobody knows yet if it exists. */
  isLinkUnconfirmed: boolean;
};

/**
 * Lets one request at a time, of one merchant and one content, look for a near duplicate and write its own row, until
 * the transaction ends. Without it two of them look at the same moment, and neither sees the other.
 */
export async function lockContent(tx: MerchantTx, requestHash: Uint8Array): Promise<void> {
  const content = `${tx.merchantId}:${Buffer.from(requestHash).toString("hex")}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${content}, 0))`;
}

/**
 * The newest link of the merchant with the very same content that was made since a moment; else the newest one, however
 * old, of which nobody knows yet whether it exists. The intent's own row is none: two requests of one intent at once
 * must not be asked about each other.
 */
export async function findNearDuplicate(
  tx: MerchantTx,
  { since, ...content }: Content & { since: Date },
): Promise<NearDuplicate | null> {
  const recent = { state: { in: mayExist }, createdAt: { gte: since } };
  return (await newestSame(tx, content, recent)) ?? (await newestSame(tx, content, { isUnconfirmed: true }));
}

const mayExist: LinkState[] = ["sending", "ready", "unknown"];

type Content = NewLink & { mode: Mode; intentId: string };

async function newestSame(
  tx: MerchantTx,
  { mode, intentId, amountMinor, currency, description }: Content,
  which: Prisma.PaymentLinkWhereInput,
): Promise<NearDuplicate | null> {
  const content = { mode, amountMinor, currency, description, origin: "portal" } as const;
  const row = await tx.paymentLink.findFirst({
    where: { merchantId: tx.merchantId, ...content, intentId: { not: intentId }, ...which },
    orderBy: { createdAt: "desc" },
    select: {
      ...{ id: true, createdAt: true, isUnconfirmed: true },
      createdBy: { select: { user: { select: { name: true } } } },
    },
  });
  if (!row) return null;
  const { id, createdAt, isUnconfirmed, createdBy } = row;
  return { id, createdAt, createdBy: createdBy?.user.name ?? "", isLinkUnconfirmed: isUnconfirmed ?? false };
}
