import type { IncomingMessage, ServerResponse } from "node:http";
import { shortPath } from "@/lib/core/paths";

/** What pages, forms, downloads and health checks use. */
const methods = ["GET", "HEAD", "POST", "OPTIONS"];
/** Nobody sends anything to a short address. */
const methodsOfShort = ["GET", "HEAD", "OPTIONS"];

/** A host as in `cobro.example:3000` or `[::1]:3000`. */
const host = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Headers of proxies that Next makes an address of, and what each can be. */
const forwarded: [name: string, expected: RegExp][] = [
  ["x-forwarded-host", host],
  ["x-forwarded-proto", /^(https?|wss?)$/i],
  ["x-forwarded-port", /^\d{1,5}$/],
];

/**
 * Answers requests that no page can be for: with a method that nothing uses, or an address, a host or a router's state
 * that cannot be read. Next would throw at them and answer 500, as if the portal were broken.
 * @returns whether the request has been answered.
 */
export function refuseRequest(request: IncomingMessage, response: ServerResponse): boolean {
  dropUnreadable(request);
  const { method = "", url = "", headers } = request;
  // This asks about the server as a whole.
  if (method === "OPTIONS" && url === "*") return answer(response, 204, "");
  const allowed = url.startsWith(shortPath("")) ? methodsOfShort : methods;
  if (!allowed.includes(method)) return answer(response, 405, "This is not answered here.", allowed);
  if (!isReadable(url)) return answer(response, 400, "The address cannot be read.");
  if (headers.host !== undefined && !isHost(headers.host))
    return answer(response, 400, "There is no such host.");
  return false;
}

/**
 * A path below the root whose escapes are whole, and without a zero byte, which no text in the database can hold. What
 * comes after it is read by the pages, which say what is wrong with it.
 */
function isReadable(url: string): boolean {
  const [path = ""] = url.split(/[?#]/);
  if (!path.startsWith("/") || path.includes("%00")) return false;
  try {
    decodeURIComponent(path);
    return URL.canParse(url, "http://portal.invalid");
  } catch {
    return false;
  }
}

function isHost(text: string): boolean {
  return host.test(text) && URL.canParse(`http://${text}`);
}

/** A proxy can add to what a browser sent, so that such a header is ignored and the request is not refused. */
function dropUnreadable({ headers }: IncomingMessage): void {
  for (const [name, expected] of forwarded) {
    const [first = ""] = [headers[name]].flat().join(",").split(",");
    if (!expected.test(first.trim())) delete headers[name];
  }
}

function answer(response: ServerResponse, status: number, text: string, allowed = methods): true {
  response.writeHead(status, {
    Allow: allowed.join(", "),
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    // What else it sends is not read.
    Connection: "close",
  });
  response.end(text);
  return true;
}
