import { type AccountTx, db } from "@/lib/platform/db";

/** A signed-in person, as every request needs them. */
export type Person = { id: string; email: string; name: string; locale: string | null };

/** The shared till that a session was begun on, and the PIN that began it; null for a full sign-in there. */
export type SessionTill = { merchantId: string; deviceId: string; pinId: string | null };

export type SessionRow = {
  id: string;
  lastSeenAt: Date;
  provenAt: Date;
  createdAt: Date;
  /** When a second factor was shown in this session; null when a password alone began it. */
  secondFactorAt: Date | null;
  /** Null on any device but a shared till. */
  till: SessionTill | null;
  person: Person;
};

/** A session ends when it was not used for this long, also before it expires. */
export const sessionIdleMs = 7 * 24 * 60 * 60 * 1000;

/** The condition for sessions that are valid: not revoked, not expired, and used lately. */
function live() {
  const now = Date.now();
  return {
    revokedAt: null,
    expiresAt: { gt: new Date(now) },
    lastSeenAt: { gt: new Date(now - sessionIdleMs) },
  };
}

const personColumns = { id: true, email: true, name: true, locale: true } as const;

/** Creates an account. Null when the email address already has one. */
export async function insertUser(user: {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  locale: string;
}): Promise<Person | null> {
  // Of two sign-ups at the same time, the unique key refuses the second; a query before could not.
  const [person] = await db().user.createManyAndReturn({
    data: [user],
    skipDuplicates: true,
    select: personColumns,
  });
  return person ?? null;
}

export function findCredentials(email: string): Promise<{ id: string; passwordHash: string } | null> {
  return db().user.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, passwordHash: true },
  });
}

export function findAccount(email: string): Promise<{ id: string; locale: string | null } | null> {
  return db().user.findFirst({ where: { email }, select: { id: true, locale: true } });
}

/** Where to write to a person, unless their account is disabled. */
export function findAddress(userId: string): Promise<{ email: string; locale: string | null } | null> {
  return db().user.findFirst({
    where: { id: userId, disabledAt: null },
    select: { email: true, locale: true },
  });
}

export async function updateLocale(userId: string, locale: string): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { locale } });
}

export async function insertSession(session: {
  id: string;
  userId: string;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
  secondFactorAt?: Date;
  tillMerchantId?: string;
  tillDeviceId?: string;
  pinId?: string;
}): Promise<void> {
  await db().session.create({ data: session });
}

export async function findPasswordHash(userId: string): Promise<string | null> {
  const row = await db().user.findUnique({ where: { id: userId }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

export async function touchSession(id: string, ip: string | null): Promise<void> {
  await db().session.updateMany({ where: { id }, data: { lastSeenAt: new Date(), ip } });
}

/** Notes that the person of this session has just proved who they are. */
export async function markProven(id: string): Promise<void> {
  await db().session.updateMany({ where: { id, revokedAt: null }, data: { provenAt: new Date() } });
}

/** Notes that a second factor was shown in this session, which proves too who the person is. */
export async function markStrong(id: string): Promise<void> {
  const now = new Date();
  await db().session.updateMany({
    where: { id, revokedAt: null },
    data: { secondFactorAt: now, provenAt: now },
  });
}

export type ListedSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ip: string | null;
  userAgent: string | null;
};

export function listLiveSessions(userId: string): Promise<ListedSession[]> {
  return db().session.findMany({
    where: { userId, ...live() },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { id: true, createdAt: true, lastSeenAt: true, ip: true, userAgent: true },
  });
}

/** Ends the person's sessions but one. Answers how many there were. */
export async function revokeOtherSessions(tx: AccountTx, userId: string, keptId: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, id: { not: keptId }, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}

export async function updateName(userId: string, name: string): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { name }, select: { id: true } });
}

/** Emails with which the password before could have been replaced are of no use any more. */
export async function changePasswordHash(tx: AccountTx, userId: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash }, select: { id: true } });
  await tx.passwordReset.deleteMany({ where: { userId } });
}

/** Ends one of the person's sessions, never another person's. Answers whether there was one to end. */
export async function revokeSession(userId: string, id: string): Promise<boolean> {
  const { count } = await db().session.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}
