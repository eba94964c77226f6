import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { headerReader } from "@/bin/process/read-header";
import type { Refusal } from "@/lib/i18n/messages/refusals";
import { type Written, writeRefusal } from "@/lib/web/refusal";
import { wholePagePolicy } from "@/lib/web/whole-page";

type Answer = OutgoingHttpHeaders & { status: number };

/** Answers a request that no page is asked for, with a sentence in the person's language. */
export function answerRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  answer: Answer,
): void {
  const isForm = request.method === "POST";
  answerPage(response, writeRefusal(refusal, headerReader(request), { isForm }), answer);
}

/** Answers with a page, or a sentence, that stands in place of the one that was asked for. */
export function answerPage(
  response: ServerResponse,
  { type, body }: Written,
  { status, ...more }: Answer,
): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Cache-Control": "no-store",
    "Content-Security-Policy": wholePagePolicy,
    "X-Content-Type-Options": "nosniff",
    ...more,
  });
  response.end(body);
}
