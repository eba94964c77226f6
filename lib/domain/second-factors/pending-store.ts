import { db } from "@/lib/platform/db";

type Bytes = Uint8Array<ArrayBuffer>;

export async function insertPending(pending: {
  tokenHash: Bytes;
  userId: string;
  expiresAt: Date;
}): Promise<void> {
  await db().pendingSignIn.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  await db().pendingSignIn.create({ data: pending });
}

/** Whose sign-in it is, if it has not expired and the account is not disabled. */
export async function findPending(tokenHash: Bytes): Promise<string | null> {
  const row = await db().pendingSignIn.findFirst({
    where: { tokenHash, expiresAt: { gt: new Date() }, user: { disabledAt: null } },
    select: { userId: true },
  });
  return row?.userId ?? null;
}

/** Ends it. Of two requests at once, only one gets true. */
export async function deletePending(tokenHash: Bytes): Promise<boolean> {
  const { count } = await db().pendingSignIn.deleteMany({
    where: { tokenHash, expiresAt: { gt: new Date() } },
  });
  return count === 1;
}

export async function deleteAllPending(userId: string): Promise<void> {
  await db().pendingSignIn.deleteMany({ where: { userId } });
}
