import { createHash } from "node:crypto";
import { env } from "@/lib/platform/env";

type Cookie =
  | "session"
  | "pending"
  | "challenge"
  | "device"
  | "csrf"
  | "callback"
  | "pkce"
  | "state"
  | "nonce"
  | "exchange"
  | "new-identity"
  | "kept-form"
  | "language"
  | "customer-language"
  | "merchant"
  | "till"
  | "shortcuts"
  | "zone";

/** Whether people reach the portal over https, so that cookies can be restricted to it. */
export function isSecureOrigin(): boolean {
  return env().APP_URL.startsWith("https:");
}

/**
 * The name of a cookie, different for each installation: browsers share cookies among all ports of a host, and two
 * portals on one host would sign people out of each other. Over https, the prefix keeps other programs on the host, and
 * its subdomains, from setting it.
 * @param options.isForPath the cookie is for some pages only, which `__Host-` does not allow.
 */
export function cookieName(cookie: Cookie, { isForPath = false } = {}): string {
  const prefix = isSecureOrigin() ? (isForPath ? "__Secure-" : "__Host-") : "";
  return `${prefix}cobro-${installation()}-${cookie}`;
}

let known: string | undefined;

/** Identifies the installation. It is the same in each of its processes, which share a secret and a database. */
function installation(): string {
  const { NEXTAUTH_SECRET: secret = "", DATABASE_URL: database } = env();
  const name = database === undefined ? "" : new URL(database).pathname;
  known ??= createHash("sha256").update(`cookies\0${secret}\0${name}`).digest("hex").slice(0, 8);
  return known;
}
