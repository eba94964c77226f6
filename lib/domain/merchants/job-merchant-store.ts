import { withSystem } from "@/lib/platform/db";

/** Whether there is such a merchant and it is not disabled. */
export async function isMerchantEnabled(merchantId: string): Promise<boolean> {
  const row = await withSystem((tx) =>
    tx.merchant.findFirst({ where: { id: merchantId, disabledAt: null }, select: { id: true } }),
  );
  return row !== null;
}
