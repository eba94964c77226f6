import type { Role } from "@/lib/domain/members/schema";
import { lockTeam } from "@/lib/domain/members/team-store";
import type { MerchantTx } from "@/lib/platform/db";

/** A person's role in the team; null for somebody who is not in it. */
export async function findRole(tx: MerchantTx, userId: string): Promise<Role | null> {
  const row = await tx.membership.findFirst({
    where: { merchantId: tx.merchantId, userId, removedAt: null },
    select: { role: true },
  });
  return row?.role ?? null;
}

/** The same, with the team locked, so that it does not change until the transaction ends. */
export async function findRoleLocked(tx: MerchantTx, userId: string): Promise<Role | null> {
  await lockTeam(tx);
  return findRole(tx, userId);
}

export async function isMemberByEmail(tx: MerchantTx, email: string): Promise<boolean> {
  const where = { merchantId: tx.merchantId, removedAt: null, user: { email } };
  return (await tx.membership.count({ where, take: 1 })) > 0;
}

/** How many people are in the team. */
export function countMembers(tx: MerchantTx): Promise<number> {
  return tx.membership.count({ where: { merchantId: tx.merchantId, removedAt: null } });
}
