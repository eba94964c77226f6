import { isLoopback } from "@/lib/core/loopback";
import type { PlainHttpUrls } from "@/lib/gateway/upstream";

const longestAddress = 2048;

/** No character that is invisible, reverses the text, is a space, or stands for bytes that could not be decoded. */
const readable = /^[^\s\\\p{C}\p{Z}\uFFFD]+$/u;

const ascii = /^[\x21-\x7e]+$/;

/**
 * The address of a link if people can safely be sent there, otherwise null: it is https (or http, for the sandbox) and
 * has nothing by which it could look like another host. Letters outside ASCII are encoded the same way for every
 * browser and scanner, so that the address shown is the address opened.
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
