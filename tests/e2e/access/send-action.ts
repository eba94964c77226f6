import type { HttpVisitor } from "@/tests/support/http-visitor";
import type { FormValues } from "./actions";
import type { BuiltAction } from "./build-manifest";

const emptyState = JSON.stringify({ values: {}, errors: {} });

export type Answer = { status: number; location: string | null; body: string };

/** The two ways in which a form is submitted. */
export const ways = { "without scripts": postForm, "by the router": callAction } as const;
export type Way = keyof typeof ways;

/** Submits a form as a browser does without scripts, with the fields that React has put into the page. */
async function postForm(
  http: HttpVisitor,
  path: string,
  { id, takesState }: BuiltAction,
  values: FormValues,
): Promise<Answer> {
  const hidden: FormValues = takesState
    ? {
        $ACTION_REF_1: "",
        "$ACTION_1:0": JSON.stringify({ id, bound: "$@1" }),
        "$ACTION_1:1": `[${emptyState}]`,
      }
    : { [`$ACTION_ID_${id}`]: "" };
  const response = await http.send(path, { action: "", fields: [] }, { ...hidden, ...values });
  return { status: response.status, location: response.headers.get("location"), body: await response.text() };
}

/** Calls the action as Next's router does. React encodes the arguments; the form is the only one, or the second. */
async function callAction(
  http: HttpVisitor,
  path: string,
  { id, takesState }: BuiltAction,
  values: FormValues,
): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.append(`_1_${name}`, value);
  body.append("0", takesState ? `[${emptyState},"$K1"]` : '["$K1"]');
  const headers = { "next-action": id, accept: "text/x-component", origin: http.origin };
  const response = await http.request(path, { method: "POST", body, headers });
  const location = response.headers.get("x-action-redirect")?.replace(/;\w+$/, "") ?? null;
  return { status: response.status, location, body: await response.text() };
}
