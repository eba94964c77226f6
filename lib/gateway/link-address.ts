import { isLoopback } from "@/lib/core/loopback";
import type { PlainHttpUrls } from "@/lib/gateway/upstream";

const longestAddress = 2048;

/** Nothing that is invisible, turns text around, parts words, or stands for a byte that could not be read. */
const readable = /^[^\s\\\p{C}\p{Z}\uFFFD]+$/u;

const ascii = /^[\x21-\x7e]+$/;

/**
 * An address that people will be sent to: https (http too for the sandbox), nothing that could pose as another host.
 * Letters outside ASCII come back written as every browser and scanner understands them, so that what is shown is
 * what is opened. Null for anything else.
 */
export function readLinkAddress(text: unknown, plainHttp: PlainHttpUrls): string | null {
  if (typeof text !== "string" || text.length > longestAddress || !readable.test(text)) return null;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (!isAllowed(url, plainHttp)) return null;
  const address = ascii.test(text) ? text : url.href;
  return address.length > longestAddress ? null : address;
}

function isAllowed({ protocol, hostname, username, password }: URL, plainHttp: PlainHttpUrls): boolean {
  if (username !== "" || password !== "") return false;
  if (protocol === "https:") return true;
  return (
    protocol === "http:" && (plainHttp === "always" || (plainHttp === "loopback" && isLoopback(hostname)))
  );
}
