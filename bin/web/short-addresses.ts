import type { IncomingMessage, ServerResponse } from "node:http";
import type { Handle } from "@/bin/process/request-turns";
import { inSpan } from "@/lib/platform/tracing/in-span";

/** One part of a path after `/p/`, and no slash at its end, which the portal takes away with a redirect. */
const shortAddress = /^\/p\/([^/?#]+)(\?[^#]*)?$/;

/**
 * Answers short addresses without Next, whose way to a route takes more of the processor than all that there is to do. What
 * they answer is in lib/web/short-address.ts, which is loaded when the first is asked for.
 * @param headers what the build gives every answer at such an address.
 * @param otherwise answers everything else.
 */
export function answerShortAddresses(headers: ReadonlyMap<string, string>, otherwise: Handle): Handle {
  return (request, response) => {
    const { method = "", url = "" } = request;
    const [, code, search] = shortAddress.exec(url) ?? [];
    // Next's router asks for what no short address has.
    const isForNext = "rsc" in request.headers || (method !== "GET" && method !== "HEAD");
    if (code === undefined || isForNext) return otherwise(request, response);
    const attributes = { "http.method": method, "http.route": "/p/[code]" };
    return inSpan("GET /p/[code]", attributes, async () => {
      const { answerShortAddress, anywayParameter } = await import("@/lib/web/short-address");
      const isAnyway = search !== undefined && new URLSearchParams(search).has(anywayParameter);
      const asked = { code, method, headers: toReadable(request.headers), isAnyway };
      const afterwards: (() => Promise<void>)[] = [];
      const answer = await answerShortAddress(asked, (work) => void afterwards.push(work));
      await send(answer, headers, response);
      for (const work of afterwards) void work();
    });
  };
}

function toReadable(headers: IncomingMessage["headers"]): Pick<Headers, "get"> {
  return { get: (name) => [headers[name] ?? []].flat().join(", ") || null };
}

async function send(answer: Response, headers: ReadonlyMap<string, string>, response: ServerResponse) {
  const body = answer.body === null ? "" : await answer.text();
  for (const [name, value] of headers) response.setHeader(name, value);
  // What is said of this answer comes before what holds for all.
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.statusCode = answer.status;
  response.end(body);
}
