import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { clientAddressHeader } from "@/lib/web/address";

/** A proxy before the portal stands on the same machine or in the same private network. */
const nearby = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/i;

/**
 * Writes down where a request comes from, over anything that came under that name. `X-Forwarded-For` can be typed by
 * anyone: only what the proxy next to us added counts, which is its last entry, and only from nearby.
 */
export function noteClientAddress(request: IncomingMessage): void {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const forwarded = [request.headers["x-forwarded-for"]].flat().join(",").split(",").at(-1)?.trim() ?? "";
  request.headers[clientAddressHeader] = nearby.test(peer) && isIP(forwarded) !== 0 ? forwarded : peer;
}
