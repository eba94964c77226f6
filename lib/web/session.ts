import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { paths } from "@/lib/core/paths";
import { rememberNetwork } from "@/lib/domain/accounts/known-network-store";
import {
  insertSession,
  type ListedSession,
  listLiveSessions,
  type Person,
  revokeSession,
  type SessionRow,
  touchSession,
} from "@/lib/domain/accounts/store";
import { recordForPerson } from "@/lib/domain/members/record-for-person";
import { isValidOnTill } from "@/lib/domain/tills/check-session";
import { touchTill } from "@/lib/domain/tills/find-till";
import { unblockOwnPin } from "@/lib/domain/tills/reset-pin";
import type { Till } from "@/lib/domain/tills/schema";
import { toNetwork } from "@/lib/platform/network-address";
import type { Lookup } from "@/lib/platform/statement";
import { clientAddressHeader, pathHeader, safeNextPath } from "@/lib/web/address";
import { rememberDevice } from "@/lib/web/device-cookie";
import { readFrame, readFrameOfForm } from "@/lib/web/frame";
import { clearSessionCookie, sessionSeconds, writeSessionCookie } from "@/lib/web/session-cookie";
import { currentTill } from "@/lib/web/till-cookie";

const touchAfterMs = 5 * 60 * 1000;
/** However busy the till is, a PIN is typed once a day. */
const pinSessionMs = 24 * 60 * 60 * 1000;

/** On a shared till, where minutes count. */
const touchTillAfterMs = 10 * 1000;

/**
 * Who asks, and what the frame of their pages says. It is read from the database once for a page, so that a revoked
 * session ends at once. In an action or a route nothing is kept: whoever needs it twice there hands it on.
 */
export const currentVisit = cache(async () => {
  const frame = await readFrame();
  return { frame, session: await checkSession(frame?.session) };
});

/** The same for a form, with what it needs of its merchant in place of what the frame says. */
export async function findFormVisit<Found>(lookup: Lookup<Found> | null) {
  const asked = await readFrameOfForm(lookup);
  const visit: Visit = { frame: asked?.frame ?? null, session: await checkSession(asked?.frame.session) };
  return { visit, found: asked?.found ?? null };
}

export type Visit = Awaited<ReturnType<typeof currentVisit>>;

async function checkSession(session: SessionRow | undefined): Promise<SessionRow | null> {
  if (!session) return null;
  const till = session.till && (await currentTill());
  if (session.till && !(await isValidOnTill(session, till))) return null;
  if (Date.now() - session.lastSeenAt.getTime() > (till ? touchTillAfterMs : touchAfterMs)) {
    await touchSession(session.id, await clientIp());
    if (till) await touchTill(till);
  }
  return session;
}

/**
 * The session of this request, also one that only a PIN began: for the gate of a merchant, which gives that a cashier's
 * rights.
 */
export async function currentSessionOrPin(): Promise<SessionRow | null> {
  return (await currentVisit()).session;
}

/**
 * The session of this request, if somebody signed in with all that it takes. Outside of a merchant's pages, whoever has
 * shown only a PIN is nobody.
 */
export async function currentSession(): Promise<SessionRow | null> {
  const session = await currentSessionOrPin();
  return session && isByPin(session) ? null : session;
}

/** Whether the person has shown only a PIN. */
export function isByPin({ till }: SessionRow): boolean {
  return till !== null && till.pinId !== null;
}

/** The session of a signed-in person. Anybody else is sent to sign in, and comes back afterwards. */
export async function requireSession(): Promise<SessionRow> {
  const session = await currentSession();
  if (session) return session;
  // Nobody is here, and people come back with their PIN. Whoever has shown theirs is asked for more.
  if (!(await currentSessionOrPin()) && (await currentTill())) redirect(paths.till);
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
 * Creates only the row. Ends the session that the browser had before, whose cookie is replaced. Browser and network are
 * known from now on: see `beginAttempt`.
 */
async function openSession(userId: string, { withSecondFactor = false }: SessionBegin = {}): Promise<string> {
  const id = crypto.randomUUID();
  const userAgent = (await headers()).get("user-agent")?.slice(0, 300) ?? null;
  const expiresAt = new Date(Date.now() + sessionSeconds * 1000);
  const ip = await clientIp();
  const till = await currentTill();
  await insertSession({
    id,
    userId,
    expiresAt,
    ip,
    userAgent,
    ...(withSecondFactor && { secondFactorAt: new Date() }),
    ...(till && { tillMerchantId: till.merchantId, tillDeviceId: till.deviceId }),
  });
  await endCurrentSession();
  if (till) await unblockOwnPin(till, { userId, ip });
  await rememberDevice(userId);
  await rememberNetwork(userId, toNetwork(ip));
  await recordForPerson(userId, "session.signed_in", { by: "person", ip });
  return id;
}

/** Begins a session with a PIN on a shared till, in place of any other session there. */
export async function startPinSession(till: Till, userId: string, pinId: string): Promise<void> {
  const id = crypto.randomUUID();
  const userAgent = (await headers()).get("user-agent")?.slice(0, 300) ?? null;
  const expiresAt = new Date(Date.now() + pinSessionMs);
  const at = { tillMerchantId: till.merchantId, tillDeviceId: till.deviceId, pinId };
  await insertSession({ id, userId, expiresAt, ip: await clientIp(), userAgent, ...at });
  await endCurrentSession();
  await touchTill(till);
  await writeSessionCookie(id);
}

export async function endSession(): Promise<void> {
  await endCurrentSession();
  await clearSessionCookie();
}

/** A person signs out of a PIN's session all day long, so that the log does not mention it. */
async function endCurrentSession(): Promise<void> {
  const session = await currentSessionOrPin();
  if (!session) return;
  if (isByPin(session)) await revokeSession(session.person.id, session.id);
  else await endOwnSession(session.person.id, session.id);
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

/** The network address that the request came from, as bin/web/ determined it. */
export async function clientIp(): Promise<string | null> {
  return (await headers()).get(clientAddressHeader)?.slice(0, 64) || null;
}
