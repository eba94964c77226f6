import { cookies } from "next/headers";
import * as z from "zod";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { readEncrypted, writeEncrypted } from "@/lib/web/encrypted-cookie";
import { authCookie } from "@/lib/web/session-cookie";

/** How long somebody may take at the provider. */
const exchangeSeconds = 10 * 60;

const claimsSchema = z.object({
  provider: z.string(),
  /** The session whose person links an identity; null for a sign-in. */
  linkFor: z.uuid().nullable(),
  /** Where the person goes on afterwards. */
  next: z.string().nullable(),
});

/** What a browser that was sent to an identity provider comes back for. */
export type Exchange = z.output<typeof claimsSchema>;

export async function writeExchange(exchange: Exchange): Promise<void> {
  await writeEncrypted("exchange", exchange, { seconds: exchangeSeconds });
}

/** What this browser has come back for; null when it was not sent to this provider, or took too long. */
export async function readExchange(provider: string): Promise<Exchange | null> {
  const exchange = await readEncrypted("exchange", claimsSchema);
  return exchange?.provider === provider ? exchange : null;
}

/** Forgets it, and next-auth's own checks of it, so that no second answer is accepted. */
export async function endExchange(): Promise<void> {
  const jar = await cookies();
  const options = { path: "/", secure: isSecureOrigin(), maxAge: 0 };
  jar.set(cookieName("exchange"), "", options);
  for (const cookie of ["state", "pkce", "nonce", "callback", "csrf"] as const) {
    jar.set(authCookie(cookie).name, "", options);
  }
}
