import type { IncomingMessage } from "node:http";
import { readAddress, spellAddress } from "@/lib/platform/network-address";
import { isTrusted, type readTrustedProxies } from "@/lib/platform/trusted-proxies";
import { clientAddressHeader } from "@/lib/web/address";

type TrustedProxies = NonNullable<ReturnType<typeof readTrustedProxies>>;

/** What only a proxy may say. Anybody else would tell Next which host and scheme to build addresses with. */
const forwardedHeaders = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
];

/**
 * Sets the header with the client's network address, replacing one that was sent. Each proxy adds the address that it was
 * called from at the end of `X-Forwarded-For`, so the list is read from its end, as long as those who wrote it are
 * trusted. Of a client that is no trusted proxy, no such header is left.
 */
export function noteClientAddress(request: IncomingMessage, trusted: TrustedProxies): void {
  let client = readAddress(request.socket.remoteAddress ?? "");
  if (!client || !isTrusted(client, trusted))
    for (const name of forwardedHeaders) delete request.headers[name];
  const forwarded = [request.headers["x-forwarded-for"]].flat().join(",").split(",");
  while (client && isTrusted(client, trusted)) {
    const next = readAddress(forwarded.pop() ?? "");
    if (!next) break;
    client = next;
  }
  request.headers[clientAddressHeader] = client ? spellAddress(client) : "";
}
