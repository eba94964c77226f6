import type { IncomingMessage, ServerResponse } from "node:http";
import onHeaders from "on-headers";
import { isLoopback } from "@/lib/core/loopback";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";

/** Two years, in seconds. Only this host: what else runs below its domain is not ours to decide. */
const httpsOnly = "max-age=63072000";

/** Adds the headers that depend on the settings or on the answer; all others are in next.config.js and prepare-page.ts. */
export function addResponseHeaders(request: IncomingMessage, response: ServerResponse): void {
  if (isSecureOrigin()) response.setHeader("Strict-Transport-Security", httpsOnly);
  // No page of another site can hold a window of the portal. Over plain http, browsers know this only on this machine,
  // and complain elsewhere.
  if (isSecureOrigin() || isLoopback(getHostname(request))) {
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  }
  onHeaders(response, () => {
    if (deletesSession(response)) response.setHeader("Clear-Site-Data", getCleared(request));
  });
}

/**
 * Whoever uses this browser next finds no page, code or logo of the person who signed out. A shared till keeps its cache:
 * it is locked all day long, and would load the portal anew for each person, who belongs to the same business. Cookies are
 * left alone, because the header would delete those of every other program on this host too.
 */
function getCleared({ headers }: IncomingMessage): string {
  const isTill = (headers.cookie ?? "").includes(`${cookieName("till")}=`);
  return isTill ? '"storage"' : '"cache", "storage"';
}

function getHostname({ headers }: IncomingMessage): string {
  return (headers.host ?? "").replace(/:\d+$/, "");
}

function deletesSession(response: ServerResponse): boolean {
  const cookies = [response.getHeader("set-cookie") ?? []].flat().map(String);
  return cookies.some((cookie) => cookie.startsWith(`${cookieName("session")}=;`));
}
