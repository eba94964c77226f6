import { type AccountTx, db } from "@/lib/platform/db";

export async function isEmailConfirmed(userId: string): Promise<boolean> {
  const where = { id: userId, emailConfirmedAt: { not: null } };
  return (await db().user.findFirst({ where, select: { id: true } })) !== null;
}

export async function markEmailConfirmed(userId: string): Promise<void> {
  await db().user.update({
    where: { id: userId },
    data: { emailConfirmedAt: new Date() },
    select: { id: true },
  });
}

/** Stores the token's hash. Earlier tokens stay valid until they expire. */
export async function insertConfirmation(
  tx: AccountTx,
  confirmation: { userId: string; email: string; tokenHash: Uint8Array<ArrayBuffer>; expiresAt: Date },
): Promise<void> {
  const { userId } = confirmation;
  await tx.emailConfirmation.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
  await tx.emailConfirmation.create({ data: confirmation });
}

/** Whether this token was sent to this person at the address that they have. */
export async function hasConfirmation(
  tx: AccountTx,
  { tokenHash, userId, email }: { tokenHash: Uint8Array<ArrayBuffer>; userId: string; email: string },
): Promise<boolean> {
  const where = { tokenHash, userId, email, expiresAt: { gt: new Date() } };
  return (await tx.emailConfirmation.findFirst({ where, select: { userId: true } })) !== null;
}

export async function deleteConfirmations(tx: AccountTx, userId: string): Promise<void> {
  await tx.emailConfirmation.deleteMany({ where: { userId } });
}
