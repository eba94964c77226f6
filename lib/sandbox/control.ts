import { setImmediate as nextTurn } from "node:timers/promises";
import * as z from "zod";
import { keyModes, type SandboxAccount } from "@/lib/sandbox/accounts-store";
import { full, notAllowed, notFound, readBody, refusal, send } from "@/lib/sandbox/answer";
import { faultMeanings, faultSetting } from "@/lib/sandbox/faults";
import { parseJson } from "@/lib/sandbox/parse-json";
import { requireAccount, type Visit } from "@/lib/sandbox/visit";

type Open = (visit: Visit) => Promise<void> | void;
type Keyed = (visit: Visit, account: SandboxAccount, id: string) => Promise<void> | void;
type Route = { method: string; path: RegExp } & ({ open: Open } | { keyed: Keyed });

const faultsPath = /^\/_sandbox\/faults$/;

/** What tests and curious people can ask for beyond the documented API. */
const routes: Route[] = [
  { method: "GET", path: /^\/_sandbox$/, open: showOverview },
  { method: "POST", path: /^\/_sandbox\/accounts$/, open: openAccount },
  { method: "GET", path: /^\/_sandbox\/links$/, keyed: showLinks },
  { method: "POST", path: /^\/_sandbox\/links\/([^/]+)\/deactivate$/, keyed: deactivate },
  { method: "POST", path: /^\/_sandbox\/seed$/, keyed: seed },
  { method: "GET", path: faultsPath, keyed: showFaults },
  { method: "POST", path: faultsPath, keyed: setFault },
  { method: "DELETE", path: faultsPath, keyed: clearFaults },
];

const overview = {
  about: "A simulator of the Payment Links API. No money moves here.",
  endpoints: {
    "POST /_sandbox/accounts": "a new account and its key; `{mode}`, test or live, names the key's prefix",
    "GET /_sandbox/links": "every link made with this key, oldest first, with what it asks for",
    "POST /_sandbox/links/:id/deactivate": "the link is no longer active",
    "POST /_sandbox/seed": "makes `{count}` links",
    "POST /_sandbox/faults": "`{fault, count, endpoint, …}`: misbehaves for the next `count` requests",
    "GET /_sandbox/faults": "the faults that are waiting",
    "DELETE /_sandbox/faults": "behaves well again",
  },
  header: "X-Sandbox-Fault on a request, as in `slow; delayMs=300`, is a fault for that request alone",
  merchant: "X-Sandbox-Merchant on a POST, percent-encoded, is the business that the pay pages name",
  faults: faultMeanings,
};

/** Answers everything below `/_sandbox`. */
export async function answerControl(visit: Visit): Promise<void> {
  const { request, response, url } = visit;
  const here = routes.filter(({ path }) => path.test(url.pathname));
  if (here.length === 0) return send(response, notFound);
  const route = here.find(({ method }) => method === request.method);
  if (!route) return send(response, notAllowed(...here.map(({ method }) => method)));
  if ("open" in route) return route.open(visit);
  const account = requireAccount(visit);
  if (account) return route.keyed(visit, account, route.path.exec(url.pathname)?.[1] ?? "");
}

function showOverview({ response }: Visit): void {
  send(response, { status: 200, body: overview });
}

async function openAccount(visit: Visit): Promise<void> {
  const wanted = await readJson(visit, z.object({ mode: z.enum(keyModes).default("test") }));
  if (!wanted) return;
  const { accounts } = visit.sandbox;
  send(visit.response, accounts.hasRoom() ? { status: 200, body: accounts.add(wanted.mode) } : full);
}

function showLinks({ sandbox, response }: Visit, account: SandboxAccount): void {
  const items = sandbox.links.of(account.id).all();
  send(response, { status: 200, body: { items, total_items: items.length } });
}

function deactivate({ sandbox, response }: Visit, account: SandboxAccount, id: string): void {
  const done = sandbox.links.deactivate(account.id, id);
  send(response, done ? { status: 200, body: { id, active: false } } : notFound);
}

/** In portions, so that other callers do not wait while many links are written. */
async function seed(visit: Visit, account: SandboxAccount): Promise<void> {
  const wanted = await readJson(visit, z.object({ count: z.number().int().min(0).max(1_000_000) }));
  if (!wanted) return;
  const { links } = visit.sandbox;
  const portion = 5000;
  for (let made = 0; made < wanted.count; made += portion) {
    const length = Math.min(portion, wanted.count - made);
    if (!links.hasRoom(account.id, length)) return send(visit.response, full);
    links.addMany(
      account.id,
      Array.from({ length }, (_, index) => seededLink(made + index + 1)),
    );
    await nextTurn();
  }
  send(visit.response, { status: 200, body: { total_items: links.of(account.id).total } });
}

function seededLink(number: number) {
  return { amount: 100 + ((number * 7919) % 500_000), currency: "USD", description: `Seeded link ${number}` };
}

function showFaults({ sandbox, response }: Visit, account: SandboxAccount): void {
  send(response, { status: 200, body: sandbox.listFaults(account) });
}

async function setFault(visit: Visit, account: SandboxAccount): Promise<void> {
  const setting = await readJson(visit, faultSetting);
  if (!setting) return;
  if (!visit.sandbox.listFaults(account).set(setting)) return send(visit.response, full);
  showFaults(visit, account);
}

function clearFaults(visit: Visit, account: SandboxAccount): void {
  visit.sandbox.listFaults(account).clear();
  showFaults(visit, account);
}

/** The parsed body (an empty one counts as `{}`); undefined when it is wrong, and then a 422 has been sent. */
async function readJson<Value>(
  { request, response }: Visit,
  schema: z.ZodType<Value>,
): Promise<Value | undefined> {
  const body = await readBody(request, response);
  if (body === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(body || "{}"));
  if (parsed.success) return parsed.data;
  send(response, refusal(422, z.prettifyError(parsed.error)));
  return undefined;
}
