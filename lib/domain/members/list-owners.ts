import type { MerchantTx } from "@/lib/platform/db";

export type Owner = { email: string; locale: string };

/**
 * The owners to email about the merchant: those whose account is not disabled, each with their language; English when
 * they never chose one.
 */
export async function listOwners(tx: MerchantTx): Promise<Owner[]> {
  const rows = await tx.membership.findMany({
    where: { merchantId: tx.merchantId, role: "owner", removedAt: null, user: { disabledAt: null } },
    orderBy: { createdAt: "asc" },
    take: 100,
    select: { user: { select: { email: true, locale: true } } },
  });
  return rows.map(({ user }) => ({ email: user.email, locale: user.locale ?? "en" }));
}
