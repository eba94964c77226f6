import type { MerchantTx } from "@/lib/platform/db";

/** Its name and slug while people may work in it; null once it is turned off or deleted. */
export function findOpenMerchant(tx: MerchantTx): Promise<{ name: string; slug: string } | null> {
  const where = { id: tx.merchantId, disabledAt: null };
  return tx.merchant.findFirst({ where, select: { name: true, slug: true } });
}

/** Whether new links carry a short reference in their description. */
export async function usesReferences(tx: MerchantTx): Promise<boolean> {
  const row = await tx.merchant.findFirst({ where: { id: tx.merchantId }, select: { references: true } });
  return row?.references ?? false;
}
