import type { IncomingMessage, ServerResponse } from "node:http";
import { headerReader } from "@/bin/process/read-header";
import type { Missing } from "@/lib/i18n/messages/problems";
import { writeMissing } from "@/lib/web/refusal";

const reasons = new Map<number, Missing>([
  [403, "forbidden"],
  [404, "notFound"],
]);

/**
 * Says in a page why nothing is there, for readers without scripts: where a page finds out that it has nothing to show, Next
 * sends an empty one, and its scripts draw what stands in its place.
 */
export function sayWhatIsMissing(request: IncomingMessage, response: ServerResponse): void {
  const { write, end } = response;
  const first =
    (send: typeof write | typeof end) =>
    (chunk: unknown, ...rest: unknown[]): unknown => {
      Object.assign(response, { write, end });
      const reason = reasons.get(response.statusCode);
      const isPage = String(response.getHeader("content-type")).startsWith("text/html");
      const said = reason && isPage ? addToBody(chunk, writeMissing(reason, headerReader(request))) : chunk;
      return Reflect.apply(send, response, [said, ...rest]);
    };
  Object.assign(response, { write: first(write), end: first(end) });
}

/** Next's empty page has no words in its body, which is in the first piece of it. */
function addToBody(chunk: unknown, words: string): unknown {
  const html = chunk instanceof Uint8Array ? Buffer.from(chunk).toString("utf8") : chunk;
  if (typeof html !== "string" || !html.includes('id="__next_error__"')) return chunk;
  return html.replace("<body>", () => `<body><noscript>${words}</noscript>`);
}
