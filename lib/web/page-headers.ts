import { cookieName } from "@/lib/platform/cookie-name";
import { slugInPath } from "@/lib/web/address";

/** Scripts and styles of this portal alone, and of what is in the page only that with its nonce. */
export function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = {
    "default-src": "'self'",
    // React's error overlay evaluates code, only in development.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src": isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    // A merchant's color is set in a style attribute. Attributes can neither load nor run anything here.
    "style-src-attr": "'unsafe-inline'",
    // Otherwise the rule for scripts would hold, by which no service worker has a nonce.
    "worker-src": "'self'",
    "img-src": "'self' blob: data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join("; ");
}

/** How long a browser remembers the last merchant. */
export const merchantRememberedSeconds = 365 * 24 * 60 * 60;

type Visit = {
  method: string;
  path: string;
  /** The header Sec-Fetch-Dest. */
  destination: string | null | undefined;
};

/**
 * The merchant to remember as the last one, so that the home screen's icon opens it; null for none. Not in the answer to
 * a form, where a cookie would make the page load again, and not for a logo: one page shows those of all the person's
 * merchants.
 */
export function merchantToRemember({
  method,
  path,
  destination,
}: Visit): { name: string; slug: string } | null {
  const slug = method === "GET" && destination !== "image" ? slugInPath(path) : null;
  return slug === null ? null : { name: cookieName("merchant"), slug };
}
