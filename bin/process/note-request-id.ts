import type { IncomingMessage, ServerResponse } from "node:http";
import { readAddress } from "@/lib/platform/network-address";
import { toRequestId } from "@/lib/platform/request-id";
import { isTrusted, type readTrustedProxies } from "@/lib/platform/trusted-proxies";

const header = "x-request-id";

/**
 * Gives a request its id, which its answer names, so that a person who reports a fault can be found in the logs. A proxy
 * that is trusted may have made it already; nobody else can choose what is written there.
 */
export function noteRequestId(
  request: IncomingMessage,
  response: ServerResponse,
  trusted: NonNullable<ReturnType<typeof readTrustedProxies>>,
): string {
  const peer = readAddress(request.socket.remoteAddress ?? "");
  const id = toRequestId(peer && isTrusted(peer, trusted) ? request.headers[header] : undefined);
  request.headers[header] = id;
  response.setHeader("X-Request-Id", id);
  return id;
}
