import type { MerchantTx } from "@/lib/platform/db";

/** The merchant's name and slug; null once it is disabled or deleted. */
export function findOpenMerchant(tx: MerchantTx): Promise<{ name: string; slug: string } | null> {
  const where = { id: tx.merchantId, disabledAt: null };
  return tx.merchant.findFirst({ where, select: { name: true, slug: true } });
}

/** Whether new links get a short reference at the end of their description. */
export async function usesReferences(tx: MerchantTx): Promise<boolean> {
  const row = await tx.merchant.findFirst({ where: { id: tx.merchantId }, select: { references: true } });
  return row?.references ?? false;
}
