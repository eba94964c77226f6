import type { IncomingMessage, ServerResponse } from "node:http";
import { answerRefusal } from "@/bin/process/answer-refusal";
import { shortPath } from "@/lib/core/paths";
import type { Refusal } from "@/lib/i18n/messages/refusals";

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
  if (method === "OPTIONS" && url === "*") {
    response.writeHead(204, { Allow: methods.join(", "), Connection: "close" }).end();
    return true;
  }
  const allowed = url.startsWith(shortPath("")) ? methodsOfShort : methods;
  // What else it sends is not read.
  const refuse = (refusal: Refusal, status: number): true => {
    answerRefusal(request, response, refusal, { status, Allow: allowed.join(", "), Connection: "close" });
    return true;
  };
  if (!allowed.includes(method)) return refuse("methodUnknown", 405);
  if (!isReadable(url)) return refuse("addressUnreadable", 400);
  if (headers.host !== undefined && !isHost(headers.host)) return refuse("hostUnknown", 400);
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
