import { db } from "@/lib/platform/db";

/** A signed-in person, as every request needs them. */
export type Person = { id: string; email: string; name: string; locale: string | null };

export type SessionRow = { id: string; lastSeenAt: Date; person: Person };

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

export async function updateLocale(userId: string, locale: string): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { locale } });
}

export async function insertSession(session: {
  id: string;
  userId: string;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
}): Promise<void> {
  await db().session.create({ data: session });
}

/** The session if it is valid: not revoked, not expired, and its person not disabled. */
export async function findLiveSession(id: string): Promise<SessionRow | null> {
  const row = await db().session.findFirst({
    where: { id, revokedAt: null, expiresAt: { gt: new Date() }, user: { disabledAt: null } },
    select: { id: true, lastSeenAt: true, user: { select: personColumns } },
  });
  return row && { id: row.id, lastSeenAt: row.lastSeenAt, person: row.user };
}

export async function touchSession(id: string): Promise<void> {
  await db().session.updateMany({ where: { id }, data: { lastSeenAt: new Date() } });
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
    where: { userId, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { id: true, createdAt: true, lastSeenAt: true, ip: true, userAgent: true },
  });
}

/** Ends one of the person's sessions, never another person's. Answers whether there was one to end. */
export async function revokeSession(userId: string, id: string): Promise<boolean> {
  const { count } = await db().session.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count === 1;
}
