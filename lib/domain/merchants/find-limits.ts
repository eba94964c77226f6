import type { OwnLimits } from "@/lib/domain/merchants/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/** How much a merchant may do and have. */
export type MerchantLimits = { linksPerHour: number; people: number };

/** Those that an operator set for this merchant; otherwise those of the settings. */
export async function findLimits(tx: MerchantTx): Promise<MerchantLimits> {
  const { linksPerHour, people } = await findOwnLimits(tx);
  const { LIMIT_LINKS_PER_HOUR, LIMIT_PEOPLE } = env();
  return { linksPerHour: linksPerHour ?? LIMIT_LINKS_PER_HOUR, people: people ?? LIMIT_PEOPLE };
}

/** The limits that an operator set; null where the settings' apply. */
export async function findOwnLimits(tx: MerchantTx): Promise<OwnLimits> {
  const where = { id: tx.merchantId };
  const row = await tx.merchant.findFirst({ where, select: { linksPerHour: true, peopleLimit: true } });
  return { linksPerHour: row?.linksPerHour ?? null, people: row?.peopleLimit ?? null };
}
