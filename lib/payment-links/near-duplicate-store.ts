import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";
import type { NewLink } from "@/lib/payment-links/schema";

export type NearDuplicate = { id: string; createdAt: Date; createdBy: string };

/** The newest link of the merchant with the very same content since a moment, unless it is known not to exist. */
export async function findNearDuplicate(
  tx: Tx,
  merchantId: MerchantId,
  { mode, amountMinor, currency, description, since }: NewLink & { mode: Mode; since: Date },
): Promise<NearDuplicate | null> {
  const row = await tx.paymentLink.findFirst({
    where: {
      merchantId,
      mode,
      amountMinor,
      currency,
      description,
      origin: "portal",
      state: { in: ["sending", "ready", "unknown"] },
      createdAt: { gte: since },
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, createdBy: { select: { user: { select: { name: true } } } } },
  });
  return row && { id: row.id, createdAt: row.createdAt, createdBy: row.createdBy?.user.name ?? "" };
}
