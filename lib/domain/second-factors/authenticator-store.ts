import type { Factors } from "@/lib/domain/second-factors/schema";
import { type AccountTx, db } from "@/lib/platform/db";

type Bytes = Uint8Array<ArrayBuffer>;

export type StoredAuthenticator = { encrypted: Bytes; isConfirmed: boolean };

export async function findAuthenticator(userId: string): Promise<StoredAuthenticator | null> {
  const row = await db().authenticator.findUnique({
    where: { userId },
    select: { encrypted: true, confirmedAt: true },
  });
  return row && { encrypted: row.encrypted, isConfirmed: row.confirmedAt !== null };
}

/** Stores a new secret, unless there is one in use. Answers whether it did. */
export async function replaceUnconfirmed(
  userId: string,
  secret: { encrypted: Bytes; masterKeyId: string },
): Promise<boolean> {
  const { encrypted, masterKeyId } = secret;
  const count = await db().$executeRaw`
    INSERT INTO authenticators AS a (user_id, encrypted, master_key_id)
    VALUES (${userId}::uuid, ${encrypted}, ${masterKeyId})
    ON CONFLICT (user_id) DO UPDATE SET encrypted = excluded.encrypted, master_key_id = excluded.master_key_id
    WHERE a.confirmed_at IS NULL`;
  return count === 1;
}

/** Puts an authenticator to use with its first code. Answers false when it is in use, or was replaced meanwhile. */
export async function confirm(
  tx: AccountTx,
  userId: string,
  encrypted: Bytes,
  step: bigint,
): Promise<boolean> {
  const { count } = await tx.authenticator.updateMany({
    where: { userId, encrypted, confirmedAt: null },
    data: { confirmedAt: new Date(), lastStep: step },
  });
  return count === 1;
}

/** Takes a time step. Of two requests with the same code, only one gets it, and none gets an earlier one. */
export async function takeStep(userId: string, step: bigint): Promise<boolean> {
  const { count } = await db().authenticator.updateMany({
    where: { userId, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Answers whether there was one in use. */
export async function deleteAuthenticator(userId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ wasInUse: boolean }[]>`
    DELETE FROM authenticators WHERE user_id = ${userId}::uuid RETURNING confirmed_at IS NOT NULL AS "wasInUse"`;
  return row?.wasInUse ?? false;
}

export async function replaceCodes(tx: AccountTx, userId: string, hashes: Bytes[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: hashes.map((codeHash) => ({ userId, codeHash })) });
}

/** Uses a recovery code up. Of two requests with the same code, only one gets it. */
export async function takeCode(userId: string, codeHash: Bytes): Promise<boolean> {
  const { count } = await db().recoveryCode.deleteMany({ where: { userId, codeHash } });
  return count === 1;
}

export async function findFactors(userId: string): Promise<Factors> {
  const [row] = await db().$queryRaw<Factors[]>`
    SELECT EXISTS (SELECT FROM passkeys WHERE user_id = ${userId}::uuid) AS "hasPasskey",
      EXISTS (SELECT FROM authenticators WHERE user_id = ${userId}::uuid AND confirmed_at IS NOT NULL)
        AS "hasAuthenticator",
      (SELECT count(*)::int FROM recovery_codes WHERE user_id = ${userId}::uuid) AS "recoveryCodes"`;
  return row ?? { hasPasskey: false, hasAuthenticator: false, recoveryCodes: 0 };
}

/** Recovery codes are of no use to somebody who is not asked for a second factor. */
export async function deleteCodes(userId: string): Promise<void> {
  await db().recoveryCode.deleteMany({ where: { userId } });
}

export function listUnderOldKeys(
  masterKeyId: string,
  after: string,
  limit: number,
): Promise<{ userId: string; encrypted: Bytes }[]> {
  return db().authenticator.findMany({
    where: { masterKeyId: { not: masterKeyId }, userId: { gt: after } },
    orderBy: { userId: "asc" },
    take: limit,
    select: { userId: true, encrypted: true },
  });
}

/** Answers whether it was replaced; it is not if it has changed since it was read. */
export async function replaceEncrypted(
  userId: string,
  from: Bytes,
  to: { encrypted: Bytes; masterKeyId: string },
): Promise<boolean> {
  const { count } = await db().authenticator.updateMany({ where: { userId, encrypted: from }, data: to });
  return count === 1;
}
