import type { MerchantId } from "@/lib/core/merchant-id";
import type { TeamMember } from "@/lib/domain/members/schema";
import { listTeam } from "@/lib/domain/members/team-store";
import { type MerchantTx, withMerchant } from "@/lib/platform/db";

export function listMembers(merchantId: MerchantId): Promise<TeamMember[]> {
  return withMerchant(merchantId, listTeam);
}

export type Name = { userId: string; name: string };

/** Everybody who may have created one of the merchant's links, including people who left. */
export function listCreators(merchantId: MerchantId): Promise<Name[]> {
  return withMerchant(merchantId, listNames);
}

/** The same within a transaction, by name. */
export async function listNames(tx: MerchantTx): Promise<Name[]> {
  const rows = await tx.membership.findMany({
    where: { merchantId: tx.merchantId },
    orderBy: { user: { name: "asc" } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, user }) => ({ userId, name: user.name }));
}
