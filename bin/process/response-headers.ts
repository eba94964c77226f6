import type { ServerResponse } from "node:http";
import onHeaders from "on-headers";
import { cookieName, isSecureOrigin } from "@/lib/platform/cookie-name";

/** Two years, in seconds. Only this host: what else runs below its domain is not ours to decide. */
const httpsOnly = "max-age=63072000";

/** Adds the headers that depend on the settings or on the answer; all others are in next.config.js and proxy.ts. */
export function addResponseHeaders(response: ServerResponse): void {
  if (isSecureOrigin()) response.setHeader("Strict-Transport-Security", httpsOnly);
  onHeaders(response, () => {
    // Whoever uses this browser next finds no page, code or logo of the person who signed out. Cookies are left alone,
    // because the header would delete those of every other program on this host too.
    if (deletesSession(response)) response.setHeader("Clear-Site-Data", '"cache", "storage"');
  });
}

function deletesSession(response: ServerResponse): boolean {
  const cookies = [response.getHeader("set-cookie") ?? []].flat().map(String);
  return cookies.some((cookie) => cookie.startsWith(`${cookieName("session")}=;`));
}
