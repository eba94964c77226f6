import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { headerReader } from "@/bin/process/read-header";
import type { Refusal } from "@/lib/i18n/messages/refusals";
import { writeRefusal } from "@/lib/web/refusal";
import { wholePagePolicy } from "@/lib/web/whole-page";

/** Answers a request that no page is asked for, with a sentence in the person's language. */
export function answerRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  { status, ...more }: OutgoingHttpHeaders & { status: number },
): void {
  const isForm = request.method === "POST";
  const { type, body } = writeRefusal(refusal, headerReader(request), { isForm });
  response.writeHead(status, {
    "Content-Type": type,
    "Cache-Control": "no-store",
    "Content-Security-Policy": wholePagePolicy,
    "X-Content-Type-Options": "nosniff",
    ...more,
  });
  response.end(body);
}
