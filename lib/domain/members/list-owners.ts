import type { MerchantTx } from "@/lib/platform/db";

export type Owner = { email: string; locale: string };

/** Whom to write to about the merchant: those who can sign in, each in their own language. Who never chose a language reads English. */
export async function listOwners(tx: MerchantTx): Promise<Owner[]> {
  const rows = await tx.membership.findMany({
    where: { merchantId: tx.merchantId, role: "owner", removedAt: null, user: { disabledAt: null } },
    orderBy: { createdAt: "asc" },
    take: 100,
    select: { user: { select: { email: true, locale: true } } },
  });
  return rows.map(({ user }) => ({ email: user.email, locale: user.locale ?? "en" }));
}
