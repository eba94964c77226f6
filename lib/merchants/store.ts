import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";

/** Whether the merchant was made; not when another one has this slug already. */
export async function insertMerchant(
  tx: Tx,
  merchantId: MerchantId,
  merchant: { slug: string; name: string; defaultCurrency: string; timeZone: string },
): Promise<boolean> {
  const { count } = await tx.merchant.createMany({
    data: [{ id: merchantId, ...merchant }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function findReferences(tx: Tx, merchantId: MerchantId): Promise<boolean> {
  const row = await tx.merchant.findFirst({ where: { id: merchantId }, select: { references: true } });
  return row?.references ?? false;
}

export async function updateMode(tx: Tx, merchantId: MerchantId, mode: Mode): Promise<void> {
  await tx.merchant.update({ where: { id: merchantId }, data: { mode }, select: { id: true } });
}
