import type { IncomingMessage, ServerResponse } from "node:http";
import { metrics } from "@/lib/platform/metrics/metrics";

/** Counts an answer when it has been sent; one whose client has hung up before counts as 499, as in nginx. */
export function countRequest(
  request: IncomingMessage,
  response: ServerResponse,
  toRoute: (url: string) => string,
): void {
  const { requests, durations } = metrics();
  const route = toRoute(request.url ?? "");
  const end = durations.startTimer({ route });
  response.once("close", () => {
    const status = response.writableFinished ? response.statusCode : 499;
    requests.inc({ route, status: `${Math.floor(status / 100)}xx` });
    end();
  });
}
