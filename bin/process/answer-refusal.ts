import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Refusal } from "@/lib/i18n/messages/refusals";
import { writeRefusal } from "@/lib/web/refusal";
import { wholePagePolicy } from "@/lib/web/whole-page";

/** Answers a request that no page is asked for, with a sentence in the person's language. */
export function answerRefusal(
  { headers, method }: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  { status, ...more }: OutgoingHttpHeaders & { status: number },
): void {
  const read = (name: string) => [headers[name] ?? []].flat().join("; ") || null;
  const { type, body } = writeRefusal(refusal, read, { isForm: method === "POST" });
  response.writeHead(status, {
    "Content-Type": type,
    "Cache-Control": "no-store",
    "Content-Security-Policy": wholePagePolicy,
    "X-Content-Type-Options": "nosniff",
    ...more,
  });
  response.end(body);
}
