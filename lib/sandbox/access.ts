import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isLoopback } from "@/lib/core/loopback";

/** The header with the operator's SANDBOX_TOKEN, for a portal on another machine. */
const tokenHeader = "x-sandbox-token";

/** What a proxy adds. Behind one, every visitor seems to be on this machine. */
const proxyHeaders = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * Whether a caller may use the API and its control: a program on this machine, or one that knows the token. A page in
 * a browser on this machine may not: it could be anybody's.
 */
export function mayCall(request: IncomingMessage, token: string | undefined): boolean {
  const { headers, socket } = request;
  const given = headers[tokenHeader];
  if (given !== undefined) return token !== undefined && isSame(String(given), token);
  const isFromHere = isLoopbackAddress(socket.remoteAddress ?? "");
  return (
    isFromHere && !proxyHeaders.some((name) => name in headers) && isForHere(headers.host) && !isPage(request)
  );
}

export function isLoopbackAddress(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

/** A page of another site can reach this machine under a name of its own; the name is then in this header. */
function isForHere(host: string | undefined): boolean {
  const address = `http://${host}`;
  return host !== undefined && URL.canParse(address) && isLoopback(new URL(address).hostname);
}

function isPage({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"] ?? "none";
  return headers.origin !== undefined || (site !== "none" && site !== "same-origin");
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [given, token].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
