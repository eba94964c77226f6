import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerRefusal } from "@/bin/process/answer-refusal";
import { shortPath } from "@/lib/core/paths";
import { cookieName } from "@/lib/platform/cookie-name";
import { isBusy } from "@/lib/platform/fair-queue";
import { addressGuesses } from "@/lib/platform/miss-limit";
import { toNetwork } from "@/lib/platform/network-address";
import type { Asker } from "@/lib/platform/turn-queue";
import { inTurn } from "@/lib/platform/turns";
import { clientAddressHeader } from "@/lib/web/address";

/** Files of the build, and the questions of whoever watches the portal: next to no work, and never to be kept waiting. */
const withoutTurn = /^\/(?:_next\/static\/|api\/health\/|api\/metrics$)/;

/** Answers a request. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Lets networks, and the people of each, take turns with their requests, so that whoever sends many at once waits for
 * themselves. A request before which too many others wait, or that waits too long, is answered 503.
 * @param handle answers a request; it may not reject.
 */
export function takeTurns(handle: Handle): Handle {
  return async (request, response) => {
    if (withoutTurn.test(request.url ?? "")) return handle(request, response);
    const gone = new AbortController();
    const onClose = () => gone.abort();
    response.once("close", onClose);
    try {
      await inTurn(toAsker(request), () => handle(request, response), gone.signal);
    } catch (error) {
      // Whoever has hung up while they waited gets no answer.
      if (isBusy(error))
        answerRefusal(request, response, "busy", {
          status: 503,
          "Retry-After": error.retryAfterSeconds,
          Connection: "close",
        });
      else if (!gone.signal.aborted) throw error;
    } finally {
      response.off("close", onClose);
    }
  };
}

/** More short addresses that lead nowhere than somebody mistypes in a minute. */
const mostMistyped = 3;

/**
 * People are told apart by their session's cookie as it is. Whoever invents many still has one network's turns. Networks that
 * guess short addresses have the turns of one person together, so that others wait for no line of them.
 */
function toAsker({ url = "", headers }: IncomingMessage): Asker {
  const network = toNetwork([headers[clientAddressHeader]].flat().join(""));
  if (url.startsWith(shortPath("")) && addressGuesses().count(network) > mostMistyped)
    return { network: "guessing", person: null };
  const name = cookieName("session");
  const cookie = headers.cookie?.split("; ").find((one) => one.startsWith(`${name}=`));
  // The cookie itself need not stay in memory.
  return { network, person: cookie ? createHash("sha256").update(cookie).digest("base64") : null };
}
