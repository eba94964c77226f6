import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import * as z from "zod";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { requireSetting } from "@/lib/platform/env";

export const sessionSeconds = 30 * 24 * 60 * 60;

/** What next-auth's token holds: only the id of the session's row. */
const claimsSchema = z.object({ sid: z.uuid() });

/** next-auth gets the same, so that its routes and ours read the same session. */
export function sessionCookie() {
  return authCookie("session");
}

/** A cookie for signing in, which scripts cannot read. */
export function authCookie(
  cookie: "session" | "till" | "pending" | "csrf" | "callback" | "pkce" | "state" | "nonce",
) {
  const secure = isSecureOrigin();
  return {
    name: cookieName(cookie),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}

export async function writeSessionCookie(sessionId: string): Promise<void> {
  const token = await encode({
    token: { sid: sessionId },
    secret: requireSetting("NEXTAUTH_SECRET"),
    maxAge: sessionSeconds,
  });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: sessionSeconds });
}

/**
 * The ids in cookies that were read a moment ago, by a hash of these: deriving the key and decrypting takes a millisecond
 * of each page. Whether the session still is valid, its row says each time.
 */
const readLately = new LRUCache<string, string>({ max: 5_000, ttl: 60_000 });

/** The id of the session's row in the cookie; null for none, or a forged or expired cookie. */
export async function readSessionCookie(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  if (!token) return null;
  const hash = createHash("sha256").update(token).digest("base64");
  const known = readLately.get(hash);
  if (known !== undefined) return known;
  const claims = await decode({ token, secret: requireSetting("NEXTAUTH_SECRET") }).catch(() => null);
  const id = claimsSchema.safeParse(claims).data?.sid ?? null;
  if (id !== null) readLately.set(hash, id);
  return id;
}

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
