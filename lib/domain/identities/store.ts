import type { LinkedIdentity } from "@/lib/domain/identities/schema";
import { db } from "@/lib/platform/db";

type IdentityKey = { issuer: string; subject: string };

/** Whose identity it is, if their account is not disabled. Notes the use. */
export async function noteUse({ issuer, subject }: IdentityKey): Promise<string | null> {
  const where = { issuer, subject, user: { disabledAt: null } };
  const row = await db().linkedIdentity.findFirst({ where, select: { id: true, userId: true } });
  if (!row) return null;
  await db().linkedIdentity.updateMany({ where: { id: row.id }, data: { lastUsedAt: new Date() } });
  return row.userId;
}

/** Whose identity it is, even if their account is disabled. */
export async function findOwner({ issuer, subject }: IdentityKey): Promise<string | null> {
  const row = await db().linkedIdentity.findFirst({ where: { issuer, subject }, select: { userId: true } });
  return row?.userId ?? null;
}

/** Answers false when the identity has an owner, or the person has another one of this issuer. */
export async function insertIdentity(
  identity: IdentityKey & { userId: string; email: string | null },
): Promise<boolean> {
  const data = [{ id: crypto.randomUUID(), ...identity }];
  const { count } = await db().linkedIdentity.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export function listOwn(userId: string): Promise<LinkedIdentity[]> {
  return db().linkedIdentity.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: { id: true, issuer: true, email: true, lastUsedAt: true },
  });
}

/** Deletes one of the person's own, never another person's. Answers its issuer; null when there was none. */
export async function deleteIdentity(userId: string, id: string): Promise<string | null> {
  const [row] = await db().$queryRaw<{ issuer: string }[]>`
    DELETE FROM linked_identities WHERE id = ${id}::uuid AND user_id = ${userId}::uuid RETURNING issuer`;
  return row?.issuer ?? null;
}
