import type { HttpVisitor } from "@/tests/support/http-visitor";
import type { BuiltAction } from "./build-manifest";

const emptyState = JSON.stringify({ values: {}, errors: {} });

export type Answer = { status: number; location: string | null; body: string };
export type Fields = [name: string, value: string][];

/** The two ways in which a form is submitted. */
export const ways = ["without scripts", "by the router"] as const;
export type Way = (typeof ways)[number];

export type Submission = { action: BuiltAction; fields: Fields; headers?: Record<string, string> };

/** Submits the form of an action to a page. */
export function submit(
  way: Way,
  http: HttpVisitor,
  path: string,
  { action, fields, headers = {} }: Submission,
): Promise<Response> {
  const how = way === "by the router" ? forRouter(action, fields) : withoutScripts(action, fields);
  const all = { origin: http.origin, ...how.headers, ...headers };
  return http.request(path, { method: "POST", body: how.body, headers: all });
}

export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const location = headers.get("x-action-redirect")?.replace(/;\w+$/, "") ?? headers.get("location");
  return { status, location, body: await response.text() };
}

/** As a browser does without scripts, with the fields that React has put into the page. */
function withoutScripts({ id, takesState }: BuiltAction, fields: Fields) {
  const body = new FormData();
  if (takesState) {
    body.append("$ACTION_REF_1", "");
    body.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
    body.append("$ACTION_1:1", `[${emptyState}]`);
  } else {
    body.append(`$ACTION_ID_${id}`, "");
  }
  for (const [name, value] of fields) body.append(name, value);
  return { body, headers: {} };
}

/** As Next's router does. React encodes the arguments; the form is the only one, or the second. */
function forRouter({ id, takesState }: BuiltAction, fields: Fields) {
  const body = new FormData();
  for (const [name, value] of fields) body.append(`_1_${name}`, value);
  body.append("0", takesState ? `[${emptyState},"$K1"]` : '["$K1"]');
  return { body, headers: { "next-action": id, accept: "text/x-component" } };
}
