import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "@/lib/core/paths";
import { rememberNetwork } from "@/lib/domain/accounts/known-network-store";
import {
  findLiveSession,
  insertSession,
  type ListedSession,
  listLiveSessions,
  type Person,
  revokeSession,
  type SessionRow,
  touchSession,
} from "@/lib/domain/accounts/store";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { toNetwork } from "@/lib/platform/network-address";
import { clientAddressHeader, pathHeader, safeNextPath } from "@/lib/web/address";
import { rememberDevice } from "@/lib/web/device-cookie";
import {
  clearSessionCookie,
  readSessionCookie,
  sessionSeconds,
  writeSessionCookie,
} from "@/lib/web/session-cookie";

const touchAfterMs = 5 * 60 * 1000;

/** The session of this request. It is read from the database once a request, so that a revoked session ends at once. */
export const currentSession = cache(async (): Promise<SessionRow | null> => {
  const id = await readSessionCookie();
  const session = id === null ? null : await findLiveSession(id);
  if (session && Date.now() - session.lastSeenAt.getTime() > touchAfterMs) {
    await touchSession(session.id, await clientIp());
  }
  return session;
});

/** The session of a signed-in person. Anybody else is sent to sign in, and comes back afterwards. */
export async function requireSession(): Promise<SessionRow> {
  const session = await currentSession();
  if (session) return session;
  const path = safeNextPath((await headers()).get(pathHeader));
  redirect(path ? paths.loginThen(path) : paths.login);
}

export async function requirePerson(): Promise<Person> {
  return (await requireSession()).person;
}

/** Whether a second factor was shown, or a password was enough. */
type SessionBegin = { withSecondFactor?: boolean };

/** Creates a session's row and its cookie. Only a server action or a route handler can set a cookie. */
export async function startSession(userId: string, how: SessionBegin = {}): Promise<void> {
  await writeSessionCookie(await openSession(userId, how));
}

/**
 * Creates only the row, for next-auth's own sign-in route, which sets the cookie itself. Ends the session that the browser
 * had before, whose cookie is replaced. Browser and network are known from now on: see `beginAttempt`.
 */
export async function openSession(
  userId: string,
  { withSecondFactor = false }: SessionBegin = {},
): Promise<string> {
  const id = crypto.randomUUID();
  const userAgent = (await headers()).get("user-agent")?.slice(0, 300) ?? null;
  const expiresAt = new Date(Date.now() + sessionSeconds * 1000);
  const ip = await clientIp();
  await insertSession({
    id,
    userId,
    expiresAt,
    ip,
    userAgent,
    ...(withSecondFactor && { secondFactorAt: new Date() }),
  });
  const earlier = await currentSession();
  if (earlier) await endOwnSession(earlier.person.id, earlier.id);
  await rememberDevice(userId);
  await rememberNetwork(userId, toNetwork(ip));
  await recordForPerson(userId, "session.signed_in", { by: "person", ip });
  return id;
}

export async function endSession(): Promise<void> {
  const session = await currentSession();
  if (session) await endOwnSession(session.person.id, session.id);
  await clearSessionCookie();
}

/** The person's sessions, most recently used first. */
export function listOwnSessions(userId: string): Promise<ListedSession[]> {
  return listLiveSessions(userId);
}

/** Ends one of the person's own sessions, on whatever device it is. */
export async function endOwnSession(userId: string, sessionId: string): Promise<void> {
  const isEnded = await revokeSession(userId, sessionId);
  if (isEnded) await recordForPerson(userId, "session.signed_out", { by: "person", ip: await clientIp() });
}

/** The network address that the request came from, as bin/web.ts determined it. */
export async function clientIp(): Promise<string | null> {
  return (await headers()).get(clientAddressHeader)?.slice(0, 64) || null;
}
