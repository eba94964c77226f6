import fc from "fast-check";
import { everyone, type Who } from "./access";
import { type ActionRow, actions, type FormValues } from "./actions";
import type { BuiltAction } from "./build-manifest";
import { hostileHeader, hostileText, wellFormed } from "./hostile-values";
import { routes } from "./routes";
import type { Scene } from "./scene";
import { submit, type Way, ways } from "./send-action";

/** One request. `values` replace or join what a good request would have. */
export type HostileCall = {
  who: Who;
  values: [name: string, value: string][];
  headers: Record<string, string>;
} & ({ action: string; way: Way; isMostlyGood: boolean } | { route: string; inPath: string | null });

/** Names of fields and parameters that are looked at somewhere. */
const names = [
  ...["email", "password", "name", "amount", "currency", "description", "slug", "token", "next", "session"],
  ...[
    "linkId",
    "candidateId",
    "intentId",
    "business",
    "mode",
    "interpretation",
    "locale",
    "timeZone",
    "role",
  ],
  ...[
    "userId",
    "logo",
    "id",
    "color",
    "language1",
    "q",
    "state",
    "creator",
    "from",
    "to",
    "after",
    "size",
    "use",
  ],
  ...["look", "paper", "language", "ways", "key", "reference", "note", "group", "person", "page", "download"],
  ...["__proto__", "constructor", "$ACTION_KEY", "$ACTION_REF_1", "$ACTION_1:0", "0", "1"],
];
/** Headers that are looked at somewhere. */
const headerNames = [
  ...["accept-language", "user-agent", "referer", "x-forwarded-for", "x-forwarded-proto", "x-real-ip"],
  ...[
    "rsc",
    "next-router-state-tree",
    "next-router-prefetch",
    "next-url",
    "if-none-match",
    "range",
    "accept",
  ],
  ...["x-nextjs-data", "x-middleware-subrequest", "x-request-id", "sec-fetch-dest", "content-language"],
];

const common = {
  who: fc.constantFrom(...everyone),
  values: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), hostileText), hostileText), { maxLength: 6 }),
  headers: fc.dictionary(fc.constantFrom(...headerNames), hostileHeader, {
    maxKeys: 2,
    noNullPrototype: true,
  }),
};

export const hostileCall: fc.Arbitrary<HostileCall> = fc.oneof(
  fc.record({
    ...common,
    action: fc.constantFrom(...Object.keys(actions)),
    way: fc.constantFrom(...ways),
    isMostlyGood: fc.boolean(),
  }),
  fc.record({
    ...common,
    route: fc.constantFrom(...Object.keys(routes)),
    inPath: fc.option(hostileText),
  }),
);

/** Sends it, and returns the answer and everything that is wrong with it. */
export async function sendHostile(
  call: HostileCall,
  { scene, built }: { scene: Scene; built: BuiltAction[] },
): Promise<string[]> {
  const response = "action" in call ? await sendAction(call, scene, built) : await request(call, scene);
  const body = await response.text();
  const found: string[] = [];
  // 503 is an answer with a reason: a queue is full, or the database is away.
  if (response.status >= 500 && response.status !== 503) found.push(`status ${response.status}`);
  if (response.headers.has("x-hostile")) found.push("a header of the visitor's");
  const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
  const raw = /<(?:script|img)[^>]{0,40}(?:hostile-canary|onerror=|>window\.hostile-canary)/i.exec(body);
  if (isPage && raw) found.push(`markup of the visitor's: ${raw[0]}`);
  const place = response.headers.get("location") ?? response.headers.get("x-action-redirect");
  if (place && new URL(place, scene.visitor(call.who).origin).hostname.endsWith("elsewhere.example"))
    found.push(`leads to ${place}`);
  return found;
}

async function sendAction(
  call: Extract<HostileCall, { action: string }>,
  scene: Scene,
  built: BuiltAction[],
): Promise<Response> {
  const row: ActionRow | undefined = actions[call.action];
  const action = built.find(({ name }) => name === call.action);
  if (!row || !action) throw new Error(`${call.action} is not built`);
  const good: FormValues = call.isMostlyGood ? await prepared(row, scene, call.who) : {};
  const fields = [...Object.entries(good), ...call.values];
  const path = scene.address(action.route, call.who);
  return submit(call.way, scene.visitor(call.who), path, { action, fields, headers: call.headers });
}

let preparing: Promise<unknown> = Promise.resolve();

/** The values of a good form. What it is about is written to the database by one caller at a time. */
function prepared(row: ActionRow, scene: Scene, who: Who): Promise<FormValues> {
  const next = preparing.then(async () => (await row.form?.(scene, who)) ?? {});
  preparing = next.catch(() => {});
  return next;
}

function request(call: Extract<HostileCall, { route: string }>, scene: Scene): Promise<Response> {
  const [pattern = "", method = "GET"] = call.route.split(" ").reverse();
  const { inPath } = call;
  const address =
    inPath === null
      ? scene.address(pattern.replace(/\[\.\.\.\w+\]/, "session"), call.who)
      : pattern.replace(/\[[^\]]+\]/g, () => encodeURIComponent(wellFormed(inPath)));
  const query = new URLSearchParams(call.values.map(([name, value]) => [name, value]));
  return scene.visitor(call.who).request(`${address}?${query}`, {
    method,
    headers: call.headers,
    ...(method === "POST" && { body: "" }),
  });
}
