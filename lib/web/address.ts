/** A header that the server sets on every request. It replaces whatever the client sent under this name. */
export const pathHeader = "x-cobro-path";

/** A header that bin/web/ sets on every request. It replaces whatever the client sent under this name. */
export const clientAddressHeader = "x-cobro-client";

/** The merchant's slug in a path of the portal, such as `cafe-luna`; null when there is none. */
export function slugInPath(path: string): string | null {
  const [, slug] = /^\/m\/([a-z0-9-]+)(?:\/|$)/.exec(path) ?? [];
  return slug === undefined || slug === "new" ? null : slug;
}

/** The token in the path of a page that an email leads to; null when there is none. */
export function tokenInPath(
  path: string,
  page: "invite" | "reset-password" | "account/email",
): string | null {
  const [, found, token] = /^\/(invite|reset-password|account\/email)\/([\w-]+)$/.exec(path) ?? [];
  return found === page && token !== undefined ? token : null;
}

/** A path in this portal to go on to after signing in; null for anything that could lead to another site. */
export function safeNextPath(path: string | null | undefined): string | null {
  if (!path || !/^\/(?![/\\])[^\s\\]*$/.test(path)) return null;
  // The path as a browser will resolve it: `/..//elsewhere.example` becomes `//elsewhere.example`, which is another
  // host.
  const { pathname, search, hash } = new URL(path, "http://portal.invalid");
  return pathname.startsWith("//") ? null : pathname + search + hash;
}
