import { readUsualExpiry, type UsualExpiry } from "@/lib/core/link-expiry";
import type { MerchantTx } from "@/lib/platform/db";

/** The merchant's name and slug; null once it is disabled or deleted. */
export function findOpenMerchant(tx: MerchantTx): Promise<{ name: string; slug: string } | null> {
  const where = { id: tx.merchantId, disabledAt: null };
  return tx.merchant.findFirst({ where, select: { name: true, slug: true } });
}

/** What a merchant's settings say about its new links. */
export type NewLinkSettings = { references: boolean; timeZone: string; linkExpiry: UsualExpiry };

export async function findNewLinkSettings(tx: MerchantTx): Promise<NewLinkSettings> {
  const where = { id: tx.merchantId };
  const row = await tx.merchant.findFirstOrThrow({
    where,
    select: { references: true, timeZone: true, linkExpiry: true },
  });
  return { ...row, linkExpiry: readUsualExpiry(row.linkExpiry) };
}
