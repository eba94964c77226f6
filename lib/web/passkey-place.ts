import { isIP } from "node:net";
import type { PasskeyPlace } from "@/lib/domain/second-factors/schema";
import { openedAddress } from "@/lib/web/portal-address";

/**
 * The address that passkeys of this portal belong to; null where browsers allow none. They want https and a name, not a
 * number, or `localhost`.
 */
export async function findPasskeyPlace(): Promise<PasskeyPlace | null> {
  const { origin, protocol, hostname } = new URL(await openedAddress());
  const isNamed = isIP(hostname.replace(/^\[|\]$/g, "")) === 0;
  return hostname === "localhost" || (protocol === "https:" && isNamed) ? { origin, host: hostname } : null;
}
