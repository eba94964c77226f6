import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { FairQueue, isBusy } from "@/lib/platform/fair-queue";
import { toNetwork } from "@/lib/platform/network-address";
import { clientAddressHeader } from "@/lib/web/address";

/** Few at a time, because one thread makes all pages: whoever comes from another network waits for these alone. */
const limits = { slots: 4, mostWaiting: 2_000, mostWaitingEach: 500, mostWaitMs: 15_000 };

/**
 * How long a request has its turn. Making a page takes a fraction of this; whatever takes longer waits for somebody else,
 * such as a slow sender or the upstream, and holds up nobody meanwhile.
 */
const longestTurnMs = 100;

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Lets networks take turns with their requests, so that one that sends many at once waits for itself. A request
 * before which too many others wait, or that waits too long, is answered 503.
 * @param handle answers a request; it may not reject.
 */
export function takeTurns(handle: Handle): Handle {
  const queue = new FairQueue(limits);
  return async (request, response) => {
    const gone = new AbortController();
    const onClose = () => gone.abort();
    response.once("close", onClose);
    const network = toNetwork([request.headers[clientAddressHeader]].flat().join(""));
    try {
      await queue.run(network, () => oneTurn(handle(request, response)), gone.signal);
    } catch (error) {
      // Whoever has hung up while they waited gets no answer.
      if (isBusy(error)) refuse(response, error.retryAfterSeconds);
      else if (!gone.signal.aborted) throw error;
    } finally {
      response.off("close", onClose);
    }
  };
}

async function oneTurn(work: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const over = sleep(longestTurnMs, undefined, { ref: false, signal: timer.signal }).catch(() => {});
  await Promise.race([work, over]);
  timer.abort();
}

function refuse(response: ServerResponse, retryAfterSeconds: number): void {
  response.writeHead(503, {
    "Content-Type": "text/plain; charset=utf-8",
    "Cache-Control": "no-store",
    "Retry-After": retryAfterSeconds,
    Connection: "close",
  });
  response.end("There are too many requests at once. Try again in a few seconds.");
}
