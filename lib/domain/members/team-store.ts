import type { Role, TeamMember } from "@/lib/domain/members/schema";
import type { MerchantTx } from "@/lib/platform/db";

/**
 * Locks a merchant's team until the transaction ends: other changes to it wait, and what is read afterwards stays true.
 * Links can be created meanwhile.
 */
export async function lockTeam(tx: MerchantTx): Promise<void> {
  await tx.$queryRaw`SELECT FROM merchants WHERE merchant_id = ${tx.merchantId}::uuid FOR NO KEY UPDATE`;
}

export function countOwners(tx: MerchantTx): Promise<number> {
  return tx.membership.count({ where: { merchantId: tx.merchantId, role: "owner", removedAt: null } });
}

export async function listTeam(tx: MerchantTx): Promise<TeamMember[]> {
  const rows = await tx.membership.findMany({
    where: { merchantId: tx.merchantId, removedAt: null },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
    take: 1_000,
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
  });
  return rows.map(({ createdAt, user, ...row }) => ({ ...row, ...user, since: createdAt }));
}

export async function updateRole(tx: MerchantTx, userId: string, role: Role): Promise<void> {
  await tx.membership.updateMany({
    where: { merchantId: tx.merchantId, userId, removedAt: null },
    data: { role },
  });
}

/** Ends a membership. The row stays, because what the person created still shows their name. */
export async function endMembership(tx: MerchantTx, userId: string): Promise<void> {
  await tx.membership.updateMany({
    where: { merchantId: tx.merchantId, userId, removedAt: null },
    data: { removedAt: new Date() },
  });
}

/** Makes a person a member, also one who was a member before. */
export async function admit(tx: MerchantTx, { userId, role }: { userId: string; role: Role }): Promise<void> {
  await tx.membership.upsert({
    where: { merchantId_userId: { merchantId: tx.merchantId, userId } },
    create: { merchantId: tx.merchantId, userId, role },
    update: { role, removedAt: null },
    select: { merchantId: true },
  });
}
