import type { LinkScope } from "@/lib/core/link-view";
import { inView } from "@/lib/domain/payment-links/store";
import type { MerchantTx } from "@/lib/platform/db";

/** Points a link's code at another link's, or with null back at its own link. Null when nothing was changed. */
export async function writePointing(
  tx: MerchantTx,
  view: LinkScope,
  { id, pointsToCode }: { id: string; pointsToCode: string | null },
): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { ...inView(tx, view), id, state: "ready", code: { not: null } },
    data: { pointsToCode },
  });
  return count === 1;
}

/** The link of this merchant that a code leads to, whoever made it. */
export async function findPointedId(tx: MerchantTx, code: string): Promise<string | null> {
  const where = { merchantId: tx.merchantId, code };
  return (await tx.paymentLink.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** Locks two links in one order, so that two people who swap them do not wait for each other. */
export async function lockBoth(tx: MerchantTx, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT FROM payment_links WHERE merchant_id = ${tx.merchantId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}
