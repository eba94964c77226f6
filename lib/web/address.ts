/** Set by proxy.ts on every request, over anything the client may have sent under this name. */
export const pathHeader = "x-cobro-path";

/** Set by bin/web.ts on every request, over anything the client may have sent under this name. */
export const clientAddressHeader = "x-cobro-client";

/** The merchant's slug in a portal address, such as `cafe-luna`; none elsewhere. */
export function slugInPath(path: string): string | null {
  const [, slug] = /^\/m\/([a-z0-9-]+)(?:\/|$)/.exec(path) ?? [];
  return slug === undefined || slug === "new" ? null : slug;
}

/** The token in the address of an invitation or of a new password; none elsewhere. */
export function tokenInPath(path: string, page: "invite" | "reset-password"): string | null {
  const [, found, token] = /^\/(invite|reset-password)\/([\w-]+)$/.exec(path) ?? [];
  return found === page && token !== undefined ? token : null;
}

/** A place in this portal to go on to after signing in, or null for anything that could lead elsewhere. */
export function safeNextPath(path: string | null | undefined): string | null {
  if (!path || !/^\/(?![/\\])[^\s\\]*$/.test(path)) return null;
  // As the browser will read it: `/..//elsewhere.example` comes down to `//elsewhere.example`, which is another host.
  const { pathname, search, hash } = new URL(path, "http://portal.invalid");
  return pathname.startsWith("//") ? null : pathname + search + hash;
}
