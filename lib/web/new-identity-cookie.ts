import { cookies } from "next/headers";
import * as z from "zod";
import type { Identity } from "@/lib/domain/identities/schema";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";
import { readEncrypted, writeEncrypted } from "@/lib/web/encrypted-cookie";

const waitsSeconds = 15 * 60;

const claimsSchema = z.object({
  provider: z.string(),
  issuer: z.string(),
  subject: z.string(),
  /** Verified by the provider. */
  email: z.string(),
  name: z.string(),
});

/** An identity that has no account here yet, and waits for the one that its person may create. */
export type NewIdentity = z.output<typeof claimsSchema>;

export async function writeNewIdentity(provider: string, identity: Identity): Promise<void> {
  await writeEncrypted("new-identity", { provider, ...identity }, { seconds: waitsSeconds });
}

export function readNewIdentity(): Promise<NewIdentity | null> {
  return readEncrypted("new-identity", claimsSchema);
}

export async function forgetNewIdentity(): Promise<void> {
  const jar = await cookies();
  const name = cookieName("new-identity");
  if (jar.has(name)) jar.set(name, "", { path: "/", secure: isSecureOrigin(), maxAge: 0 });
}
