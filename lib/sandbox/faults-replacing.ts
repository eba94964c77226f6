import type { ServerResponse } from "node:http";
import { refusal, send, sendText } from "@/lib/sandbox/answer";
import type { FaultDetails } from "@/lib/sandbox/fault-details";
import type { Timers } from "@/lib/sandbox/timers";

/** `perform` does what was asked for (creates the link) and sends no answer. */
export type Turn = {
  response: ServerResponse;
  details: FaultDetails;
  timers: Timers;
  perform: () => void;
};
type Replacing = { meaning: string; commits: boolean; act: (turn: Turn) => void };

const wrongAmount = {
  loc: ["body", "amount"],
  msg: "ensure this value is greater than or equal to 100",
  type: "value_error.number.not_ge",
};

/** Faults that send something else in place of the true answer. `commits`: the link is created nevertheless. */
export const replacingFaults = {
  refuse_400: refusing(400, { detail: "Bad Request" }),
  refuse_401: refusing(401, { detail: "Invalid API key" }),
  refuse_401_bare: refusing(401, {}),
  refuse_403: refusing(403, { detail: "Not authenticated" }),
  refuse_404: refusing(404, { detail: "Not Found" }),
  refuse_422: refusing(422, { detail: [wrongAmount] }),
  refuse_422_text: refusing(422, { detail: "Amount is too small" }),
  refuse_400_message: refusing(400, { message: { amount: ["Amount is too small"] } }),
  refuse_400_envelope: refusing(400, {
    code: 400,
    title: "Bad request",
    content: "Amount is too small",
    type: "error",
    data: null,
  }),
  refuse_403_html: {
    meaning: "403 with an HTML page, as a firewall on the way answers",
    commits: false,
    act: ({ response }) => sendHtml(response, 403, "Forbidden"),
  },
  stall: { meaning: "never answers", commits: false, act: () => {} },
  reset_before: { meaning: "resets the connection; nothing is made", commits: false, act: reset },
  reset_after: { meaning: "makes the link, then resets the connection", commits: true, act: reset },
  commit_late: {
    meaning: "resets the connection at once, makes the link `delayMs` (1000) later",
    commits: false,
    act: (turn) => {
      reset(turn);
      turn.timers.after(turn.details.delayMs ?? 1000, turn.perform);
    },
  },
  commit_late_held: {
    meaning: "holds the connection, makes the link after `delayMs` (1000), then resets without an answer",
    commits: false,
    act: (turn) =>
      turn.timers.after(turn.details.delayMs ?? 1000, () => {
        turn.perform();
        reset(turn);
      }),
  },
  html_502: {
    meaning: "502 with an HTML page",
    commits: false,
    act: ({ response }) => sendHtml(response, 502, "Bad Gateway"),
  },
  rate_limit: {
    meaning: "429 with `Retry-After: retryAfterSeconds` (30)",
    commits: false,
    act: ({ response, details }) =>
      send(
        response,
        refusal(429, "Too Many Requests", { "Retry-After": String(details.retryAfterSeconds ?? 30) }),
      ),
  },
  redirect: {
    meaning: "307 to another origin (`location`)",
    commits: false,
    act: ({ response, details }) => {
      const location = details.location ?? "https://elsewhere.example/v1/payment-links";
      send(response, { status: 307, body: {}, headers: { Location: location } });
    },
  },
} satisfies Record<string, Replacing>;

export type ReplacingFault = keyof typeof replacingFaults;

function refusing(status: number, body: object): Replacing {
  return {
    meaning: `${status} with ${JSON.stringify(body)}`,
    commits: false,
    act: ({ response }) => send(response, { status, body }),
  };
}

function reset({ response }: Turn): void {
  response.socket?.resetAndDestroy();
}

function sendHtml(response: ServerResponse, status: number, title: string): void {
  const page = `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  sendText(response, status, page, { "Content-Type": "text/html" });
}
