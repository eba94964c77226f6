import type { ServerResponse } from "node:http";
import { type Answer, type LinkBody, type PageBody, send, sendText } from "@/lib/sandbox/answer";
import type { FaultDetails } from "@/lib/sandbox/fault-details";
import type { IdStyle } from "@/lib/sandbox/link";
import type { Timers } from "@/lib/sandbox/timers";

type Turn = {
  response: ServerResponse;
  answer: Answer;
  details: FaultDetails;
  timers: Timers;
  /** A link's amount in minor units. */
  getAmount: (id: string) => number;
};
type Bending = { meaning: string; idStyle?: IdStyle; act: (turn: Turn) => void };

const json = { "Content-Type": "application/json" };

/** Faults that do what was asked for, and then change the answer. */
export const bendingFaults = {
  malformed_json: {
    meaning: "JSON that breaks off",
    act: ({ response, answer }) =>
      sendText(response, answer.status, JSON.stringify(answer.body).slice(0, -1), json),
  },
  empty_body: {
    meaning: "the status without a body",
    act: ({ response, answer }) => sendText(response, answer.status, "", json),
  },
  slow: {
    meaning: "the true answer, after `delayMs` (1000)",
    act: ({ response, answer, details, timers }) =>
      timers.after(details.delayMs ?? 1000, () => send(response, answer)),
  },
  drip: {
    meaning: "the true answer, one byte every `delayMs` (20)",
    act: ({ response, answer, details, timers }) => {
      const bytes = Buffer.from(JSON.stringify(answer.body));
      response.writeHead(answer.status, { ...json, "Content-Length": bytes.length });
      const dripFrom = (at: number): void => {
        if (response.destroyed) return;
        if (at === bytes.length) return void response.end();
        response.write(bytes.subarray(at, at + 1));
        timers.after(details.delayMs ?? 20, () => dripFrom(at + 1));
      };
      dripFrom(0);
    },
  },
  huge_body: {
    meaning: "the true answer among 8 MiB of padding",
    act: bent((body) => ({ ...body, padding: "x".repeat(8 * 1024 * 1024) })),
  },
  shape_envelope: {
    meaning: "inside `{code, title, content, type, data}`",
    act: bent((data) => ({ code: 200, title: "Success", content: "", type: "success", data })),
  },
  shape_bare_list: {
    meaning: "a list as a bare array",
    act: bent((body) => ("items" in body ? body.items : body)),
  },
  shape_decimal_amounts: {
    meaning: "each link with a decimal `amount` and a field that nobody announced",
    act: bentLinks((link, { getAmount }) => ({
      ...link,
      amount: getAmount(String(link.id)) / 100,
      status: "open",
    })),
  },
  shape_uuid_ids: { meaning: "a link made now gets a UUID for its id", idStyle: "uuid", act: asItIs },
  shape_numeric_ids: { meaning: "a link made now gets a number for its id", idStyle: "numeric", act: asItIs },
  shape_script_url: {
    meaning: "each link with a `javascript:` address",
    act: bentLinks((link) => ({ ...link, url: "javascript:alert(1)" })),
  },
  shape_odd_item: {
    meaning: "the first item of a list without its id",
    act: bent((body) =>
      "items" in body
        ? { ...body, items: body.items.map((link, at) => (at === 0 ? { ...link, id: null } : link)) }
        : body,
    ),
  },
} satisfies Record<string, Bending>;

export type BendingFault = keyof typeof bendingFaults;

export function getIdStyle(fault: BendingFault): IdStyle {
  const bending: Bending = bendingFaults[fault];
  return bending.idStyle ?? "plink";
}

function asItIs({ response, answer }: Turn): void {
  send(response, answer);
}

/** Only successful answers are changed; a refusal is sent as it is. */
function bent(change: (body: LinkBody | PageBody, turn: Turn) => unknown): Bending["act"] {
  return (turn) => {
    const { response, answer } = turn;
    send(response, isSuccess(answer) ? { ...answer, body: change(answer.body, turn) } : answer);
  };
}

function bentLinks(change: (link: LinkBody, turn: Turn) => unknown): Bending["act"] {
  return bent((body, turn) =>
    "items" in body ? { ...body, items: body.items.map((link) => change(link, turn)) } : change(body, turn),
  );
}

function isSuccess(answer: Answer): answer is Answer & { body: LinkBody | PageBody } {
  return answer.status === 200;
}
