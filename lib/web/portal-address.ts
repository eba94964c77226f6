import { hostname, networkInterfaces } from "node:os";
import { headers } from "next/headers";
import { isLoopback } from "@/lib/core/loopback";
import { env } from "@/lib/platform/env";

/**
 * The portal's address for a link that a signed-in person passes on: APP_URL if it is given, otherwise the address at
 * which this person has opened the portal.
 */
export async function openedAddress(): Promise<string> {
  const { APP_URL, isAppUrlGiven } = env();
  return isAppUrlGiven ? APP_URL : ((await askedAddress()) ?? APP_URL);
}

/**
 * The same for an email that anybody can request. Without APP_URL only an address of this machine is accepted: a
 * request can name any host, and the link in the email would lead there.
 */
export async function provenAddress(): Promise<string> {
  const { APP_URL, isAppUrlGiven } = env();
  const asked = isAppUrlGiven ? null : await askedAddress();
  return asked !== null && isThisServer(new URL(asked)) ? asked : APP_URL;
}

/** The scheme and host that the browser has opened. For a form, bin/process/guard-form.ts has checked them. */
async function askedAddress(): Promise<string | null> {
  const request = await headers();
  const origin = request.get("origin") ?? `http://${request.get("host")}`;
  return URL.canParse(origin) && /^https?:/.test(origin) ? new URL(origin).origin : null;
}

function isThisServer({ hostname: name, port, protocol }: URL): boolean {
  if (Number(port || (protocol === "https:" ? 443 : 80)) !== env().PORT) return false;
  const addresses = Object.values(networkInterfaces()).flatMap((own) => own ?? []);
  const own = addresses.map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address));
  return isLoopback(name) || own.includes(name) || [hostname(), `${hostname()}.local`].includes(name);
}
