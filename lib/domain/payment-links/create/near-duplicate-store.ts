import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { LinkState, NewLink } from "@/lib/domain/payment-links/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

export type NearDuplicate = {
  id: string;
  createdAt: Date;
  createdBy: string;
  /** Whether it is unknown if the link exists. */
  isLinkUnconfirmed: boolean;
};

/**
 * Locks one content of one merchant until the transaction ends, so that a request can look for a near duplicate and
 * then insert its own row. Without the lock, two requests at the same time would not find each other.
 */
export async function lockContent(tx: MerchantTx, requestHash: Uint8Array): Promise<void> {
  await tx.$executeRaw(lockingContent(tx.merchantId, requestHash));
}

/** The same as a statement. */
export function lockingContent(merchantId: MerchantId, requestHash: Uint8Array): Prisma.Sql {
  const content = `${merchantId}:${Buffer.from(requestHash).toString("hex")}`;
  return Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${content}, 0))`;
}

/**
 * The merchant's newest link with the same content since a moment, otherwise the newest unconfirmed one, however old.
 * The row of the same intent does not count, or two requests with one intent would be asked about each other.
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
