import type { LinkScope } from "@/lib/core/link-view";
import { inView } from "@/lib/domain/payment-links/store";
import type { MerchantTx } from "@/lib/platform/db";

/** Says when a link that was created expires. False when there is no such link. */
export async function writeExpiry(
  tx: MerchantTx,
  view: LinkScope,
  { id, expiresAt }: { id: string; expiresAt: Date | null },
): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { ...inView(tx, view), id, state: "ready" },
    data: { expiresAt },
  });
  return count === 1;
}
