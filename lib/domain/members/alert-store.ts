import type { MerchantTx } from "@/lib/platform/db";

/** The name and slug of the merchant; null once it is disabled or deleted. */
export async function findMerchantName(tx: MerchantTx): Promise<{ name: string; slug: string } | null> {
  const row = await tx.membership.findFirst({
    where: { merchantId: tx.merchantId, merchant: { disabledAt: null } },
    select: { merchant: { select: { name: true, slug: true } } },
  });
  return row?.merchant ?? null;
}

/** The name of a person who is or was a member; empty for anybody else. */
export async function findMemberName(tx: MerchantTx, userId: string): Promise<string> {
  const row = await tx.membership.findFirst({
    where: { merchantId: tx.merchantId, userId },
    select: { user: { select: { name: true } } },
  });
  return row?.user.name ?? "";
}
