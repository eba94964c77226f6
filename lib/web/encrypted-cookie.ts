import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { requireSetting } from "@/lib/platform/env";

type EncryptedCookie = "device" | "challenge" | "kept-form" | "exchange" | "new-identity";

/**
 * Writes a cookie that only this portal can read. Its name is part of the key, so that none can stand in for another or for
 * a session.
 */
export async function writeEncrypted(
  cookie: EncryptedCookie,
  token: Record<string, unknown>,
  { seconds, sameSite = "lax" }: { seconds: number; sameSite?: "lax" | "strict" },
): Promise<void> {
  const secret = requireSetting("NEXTAUTH_SECRET");
  const value = await encode({ token, secret, salt: cookie, maxAge: seconds });
  const secure = isSecureOrigin();
  const options = { path: "/", httpOnly: true, secure, sameSite, maxAge: seconds };
  (await cookies()).set(cookieName(cookie), value, options);
}

/** What the cookie holds; null for none, or one that is forged, expired or of another shape. */
export async function readEncrypted<Schema extends z.ZodType>(
  cookie: EncryptedCookie,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const token = (await cookies()).get(cookieName(cookie))?.value;
  if (!token) return null;
  const secret = requireSetting("NEXTAUTH_SECRET");
  const claims = await decode({ token, secret, salt: cookie }).catch(() => null);
  return schema.safeParse(claims).data ?? null;
}
