import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "@/lib/core/paths";
import { recordForPerson } from "@/lib/domain/accounts/record-for-person";
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
import { clientAddressHeader, pathHeader, safeNextPath } from "@/lib/web/address";
import {
  clearSessionCookie,
  readSessionCookie,
  sessionSeconds,
  writeSessionCookie,
} from "@/lib/web/session-cookie";

const touchAfterMs = 5 * 60 * 1000;

/** The live session of this request, looked up in the database once a request: a revoked one is gone at once. */
export const currentSession = cache(async (): Promise<SessionRow | null> => {
  const id = await readSessionCookie();
  const session = id === null ? null : await findLiveSession(id);
  if (session && Date.now() - session.lastSeenAt.getTime() > touchAfterMs) await touchSession(session.id);
  return session;
});

/** The signed-in person; anyone else is sent to sign in, and comes back after. */
export async function requirePerson(): Promise<Person> {
  const session = await currentSession();
  if (session) return session.person;
  const path = safeNextPath((await headers()).get(pathHeader));
  redirect(path ? paths.loginThen(path) : paths.login);
}

/** Writes a session row and its cookie. Only a server action or a route handler may set the cookie. */
export async function startSession(userId: string): Promise<void> {
  await writeSessionCookie(await openSession(userId));
}

/** Writes the session row alone, for next-auth's own sign-in route, which sets the cookie itself. */
export async function openSession(userId: string): Promise<string> {
  const id = crypto.randomUUID();
  const userAgent = (await headers()).get("user-agent")?.slice(0, 300) ?? null;
  const expiresAt = new Date(Date.now() + sessionSeconds * 1000);
  const ip = await clientIp();
  await insertSession({ id, userId, expiresAt, ip, userAgent });
  await recordForPerson(userId, "session.signed_in", { by: "person", ip });
  return id;
}

export async function endSession(): Promise<void> {
  const session = await currentSession();
  if (session) await endOwnSession(session.person.id, session.id);
  await clearSessionCookie();
}

/** Where the person is signed in, most recently used first. */
export function listOwnSessions(userId: string): Promise<ListedSession[]> {
  return listLiveSessions(userId);
}

/** Ends one of the person's own sessions, wherever it is. */
export async function endOwnSession(userId: string, sessionId: string): Promise<void> {
  const isEnded = await revokeSession(userId, sessionId);
  if (isEnded) await recordForPerson(userId, "session.signed_out", { by: "person", ip: await clientIp() });
}

/** The network address that the request came from, as the server that took it wrote it down. */
export async function clientIp(): Promise<string | null> {
  return (await headers()).get(clientAddressHeader)?.slice(0, 64) || null;
}
