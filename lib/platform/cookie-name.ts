import { createHash } from "node:crypto";
import { env } from "@/lib/platform/env";

type Cookie =
  | "session"
  | "csrf"
  | "callback"
  | "pkce"
  | "state"
  | "nonce"
  | "language"
  | "customer-language"
  | "merchant"
  | "shortcuts";

/** Cookies for https alone are what a portal at an https address sets. */
export function isSecureOrigin(): boolean {
  return env().APP_URL.startsWith("https:");
}

/**
 * A cookie's name, of this installation alone: browsers share cookies among all ports of a host, so that two portals
 * side by side would sign each other out. Over https the prefix keeps the host's other programs, and its subdomains,
 * from setting it.
 * @param options.isForPath the cookie is for some pages only, which `__Host-` rules out.
 */
export function cookieName(cookie: Cookie, { isForPath = false } = {}): string {
  const prefix = isSecureOrigin() ? (isForPath ? "__Secure-" : "__Host-") : "";
  return `${prefix}cobro-${installation()}-${cookie}`;
}

let known: string | undefined;

/** The same in every process of an installation: they share a secret and a database. */
function installation(): string {
  const { NEXTAUTH_SECRET: secret = "", DATABASE_URL: database } = env();
  const name = database === undefined ? "" : new URL(database).pathname;
  known ??= createHash("sha256").update(`cookies\0${secret}\0${name}`).digest("hex").slice(0, 8);
  return known;
}
