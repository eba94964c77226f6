import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";
import type { NewLink } from "@/lib/payment-links/schema";

export type NearDuplicate = { id: string; createdAt: Date; createdBy: string };

/**
 * Lets one request at a time, of one merchant and one content, look for a near duplicate and write its own row, until
 * the transaction ends. Without it two of them look at the same moment, and neither sees the other.
 */
export async function lockContent(tx: Tx, merchantId: MerchantId, requestHash: Uint8Array): Promise<void> {
  const content = `${merchantId}:${Buffer.from(requestHash).toString("hex")}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${content}, 0))`;
}

/**
 * The newest link of the merchant with the very same content since a moment, unless it is known not to exist. The
 * intent's own row is none: two requests of one intent at once must not be asked about each other.
 */
export async function findNearDuplicate(
  tx: Tx,
  merchantId: MerchantId,
  {
    mode,
    intentId,
    amountMinor,
    currency,
    description,
    since,
  }: NewLink & {
    mode: Mode;
    intentId: string;
    since: Date;
  },
): Promise<NearDuplicate | null> {
  const row = await tx.paymentLink.findFirst({
    where: {
      merchantId,
      mode,
      amountMinor,
      currency,
      description,
      origin: "portal",
      intentId: { not: intentId },
      state: { in: ["sending", "ready", "unknown"] },
      createdAt: { gte: since },
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, createdBy: { select: { user: { select: { name: true } } } } },
  });
  return row && { id: row.id, createdAt: row.createdAt, createdBy: row.createdBy?.user.name ?? "" };
}
