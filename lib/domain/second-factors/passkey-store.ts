import type { PasskeyRow } from "@/lib/domain/second-factors/schema";
import { db } from "@/lib/platform/db";
import type { Sql } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

type Bytes = Uint8Array<ArrayBuffer>;

export type StoredPasskey = {
  id: string;
  userId: string;
  publicKey: Bytes;
  counter: bigint;
  transports: string[];
};

export function listOwn(userId: string): Promise<PasskeyRow[]> {
  return db().passkey.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
}

export function listIds(userId: string): Promise<{ id: string; transports: string[] }[]> {
  return db().passkey.findMany({ where: { userId }, select: { id: true, transports: true } });
}

/** The passkey with this id, if its person's account is not disabled. */
export function findPasskey(id: string): Promise<StoredPasskey | null> {
  return db().passkey.findFirst({
    where: { id, user: { disabledAt: null } },
    select: { id: true, userId: true, publicKey: true, counter: true, transports: true },
  });
}

/** Answers false when the passkey is known already. */
export async function insertPasskey(passkey: StoredPasskey & { name: string }): Promise<boolean> {
  const { count } = await db().passkey.createMany({ data: [passkey], skipDuplicates: true });
  return count === 1;
}

/**
 * Notes a use. Answers false when the device has counted no further than a use before: then there is a copy of it, or
 * the same answer came twice. Passkeys that do not count always say 0.
 */
export async function advanceCounter(id: string, counter: bigint): Promise<boolean> {
  const { count } = await db().passkey.updateMany({
    where: { id, counter: counter === 0n ? 0n : { lt: counter } },
    data: { counter, lastUsedAt: new Date() },
  });
  return count === 1;
}

export async function deletePasskey(userId: string, id: string): Promise<string | null> {
  const [row] = await db().$queryRaw<{ name: string }[]>`
    DELETE FROM passkeys WHERE id = ${id} AND user_id = ${userId}::uuid RETURNING name`;
  return row?.name ?? null;
}

/** Notes that a challenge was answered. Answers false when it was before. */
export async function spendChallenge(hash: Bytes, expiresAt: Date): Promise<boolean> {
  await db().spentChallenge.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  const { count } = await db().spentChallenge.createMany({
    data: [{ hash, expiresAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Whether the person has no passkey, and has not declined to have one. */
/** Whether to offer one to the person with this id, as part of a statement. */
export function offeredTo(userId: Sql): Sql {
  return Prisma.sql`(NOT EXISTS (SELECT FROM passkeys WHERE user_id = ${userId})
    AND NOT EXISTS (SELECT FROM passkey_offers WHERE user_id = ${userId}))`;
}

export async function isOffered(userId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ isOffered: boolean }[]>`
    SELECT ${offeredTo(Prisma.sql`${userId}::uuid`)} AS "isOffered"`;
  return row?.isOffered ?? false;
}

export async function insertDecline(userId: string): Promise<void> {
  await db().passkeyOffer.createMany({ data: [{ userId }], skipDuplicates: true });
}
