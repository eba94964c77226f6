import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { clientAddressHeader } from "@/lib/web/address";

/** Addresses of this machine and of private networks, where a proxy before the portal is. */
const nearby = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i;

/**
 * Sets the header with the client's network address, replacing one that was sent. Anyone can send `X-Forwarded-For`, so
 * only its last entry counts, which our own proxy has added, and only if that proxy is nearby.
 */
export function noteClientAddress(request: IncomingMessage): void {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const forwarded = [request.headers["x-forwarded-for"]].flat().join(",").split(",").at(-1)?.trim() ?? "";
  request.headers[clientAddressHeader] = nearby.test(peer) && isIP(forwarded) !== 0 ? forwarded : peer;
}
