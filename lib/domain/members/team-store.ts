import type { MerchantId } from "@/lib/core/merchant-id";
import type { Role, TeamMember } from "@/lib/domain/members/schema";
import type { Tx } from "@/lib/platform/db";

/**
 * Lets one change to a merchant's team happen at a time, until the transaction ends. What it finds after is true
 * until then; links can be made meanwhile.
 */
export async function lockTeam(tx: Tx, merchantId: MerchantId): Promise<void> {
  await tx.$queryRaw`SELECT FROM merchants WHERE merchant_id = ${merchantId}::uuid FOR NO KEY UPDATE`;
}

/** What a person is in the team now; null for who is not in it. */
export async function findRole(tx: Tx, merchantId: MerchantId, userId: string): Promise<Role | null> {
  const row = await tx.membership.findFirst({
    where: { merchantId, userId, removedAt: null },
    select: { role: true },
  });
  return row?.role ?? null;
}

export function countOwners(tx: Tx, merchantId: MerchantId): Promise<number> {
  return tx.membership.count({ where: { merchantId, role: "owner", removedAt: null } });
}

export type Owner = { email: string; locale: string };

/** Whom to write to about the merchant: those who can sign in, each in their own language. Who never chose a language reads English. */
export async function listOwners(tx: Tx, merchantId: MerchantId): Promise<Owner[]> {
  const rows = await tx.membership.findMany({
    where: { merchantId, role: "owner", removedAt: null, user: { disabledAt: null } },
    orderBy: { createdAt: "asc" },
    take: 100,
    select: { user: { select: { email: true, locale: true } } },
  });
  return rows.map(({ user }) => ({ email: user.email, locale: user.locale ?? "en" }));
}

export async function listTeam(tx: Tx, merchantId: MerchantId): Promise<TeamMember[]> {
  const rows = await tx.membership.findMany({
    where: { merchantId, removedAt: null },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
    take: 1_000,
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
  });
  return rows.map(({ createdAt, user, ...row }) => ({ ...row, ...user, since: createdAt }));
}

export async function isMemberByEmail(tx: Tx, merchantId: MerchantId, email: string): Promise<boolean> {
  const where = { merchantId, removedAt: null, user: { email } };
  return (await tx.membership.count({ where, take: 1 })) > 0;
}

export async function updateRole(tx: Tx, merchantId: MerchantId, userId: string, role: Role): Promise<void> {
  await tx.membership.updateMany({ where: { merchantId, userId, removedAt: null }, data: { role } });
}

/** The row stays, so that what the person made still has a name beside it. */
export async function endMembership(tx: Tx, merchantId: MerchantId, userId: string): Promise<void> {
  await tx.membership.updateMany({
    where: { merchantId, userId, removedAt: null },
    data: { removedAt: new Date() },
  });
}

/** Makes a member of somebody who never was one, or was one before. */
export async function admit(
  tx: Tx,
  merchantId: MerchantId,
  { userId, role }: { userId: string; role: Role },
): Promise<void> {
  await tx.membership.upsert({
    where: { merchantId_userId: { merchantId, userId } },
    create: { merchantId, userId, role },
    update: { role, removedAt: null },
    select: { merchantId: true },
  });
}
