import type { AccountTx } from "@/lib/platform/db";

export async function findResettable(
  tx: AccountTx,
  email: string,
): Promise<{ id: string; name: string; locale: string | null } | null> {
  return tx.user.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, name: true, locale: true },
  });
}

/**
 * Stores the token's hash. Earlier tokens stay valid until they expire: otherwise whoever asks for another email would
 * make the person's own useless.
 */
export async function insertReset(
  tx: AccountTx,
  reset: { userId: string; tokenHash: Uint8Array<ArrayBuffer>; expiresAt: Date },
): Promise<void> {
  await tx.passwordReset.deleteMany({ where: { userId: reset.userId, expiresAt: { lt: new Date() } } });
  await tx.passwordReset.create({ data: reset });
}

/** The person who can choose a new password with a token. */
export type ResetPerson = { userId: string; email: string; name: string };

export async function findReset(
  tx: AccountTx,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<ResetPerson | null> {
  const row = await tx.passwordReset.findFirst({
    where: { tokenHash, expiresAt: { gt: new Date() }, user: { disabledAt: null } },
    select: { userId: true, user: { select: { email: true, name: true } } },
  });
  return row && { userId: row.userId, ...row.user };
}

/** Uses a token up, and answers whose it was. When it is sent twice at once, only one request gets an answer. */
export async function takeReset(
  tx: AccountTx,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<{ userId: string; email: string } | null> {
  const [row] = await tx.$queryRaw<{ userId: string; email: string }[]>`
    DELETE FROM password_resets r USING users u
    WHERE r.token_hash = ${tokenHash} AND r.expires_at > now() AND u.id = r.user_id AND u.disabled_at IS NULL
    RETURNING u.id AS "userId", u.email`;
  return row ?? null;
}

/** Sets the password, and ends every session. The token came by email, so that the address is confirmed too. */
export async function replacePassword(tx: AccountTx, userId: string, passwordHash: string): Promise<void> {
  await tx.user.update({
    where: { id: userId },
    data: { passwordHash, emailConfirmedAt: new Date() },
    select: { id: true },
  });
  await tx.passwordReset.deleteMany({ where: { userId } });
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: new Date() } });
}
