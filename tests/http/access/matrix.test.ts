import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { type Access, everyone, expectedOutcome, outcomeByCode, type Who } from "./access";
import { type ActionRow, actions, type FormValues } from "./actions";
import { type BuiltAction, builtActions, builtRoutes } from "./build-manifest";
import { WatchedDatabase } from "./database";
import { createFixtures } from "./fixtures";
import { examples, leadOn, routes } from "./routes";
import { Scene } from "./scene";
import { type Answer, readAnswer, submit, type Way, ways } from "./send-action";

// Every page, route and action of the build, as its own manifests list them, is tried by everybody.

const built = { actions: await builtActions(), ...(await builtRoutes()) };
const database = new WatchedDatabase();
const tally = { cells: 0, denied: 0, requests: 0 };
let scene: Scene;

beforeAll(async () => {
  await database.open();
  scene = await Scene.set(await createFixtures(), database);
  await scene.sandboxKey();
  await database.watch(Object.values(scene.merchantIds));
});

afterAll(async () => {
  await database.close();
  const { cells, denied, requests } = tally;
  console.log(`${cells} cells of doors and people, ${denied} of them denied, tried by ${requests} requests`);
});

describe("the tables say what each door of the build asks, and nothing of doors that are gone", () => {
  test("pages and route handlers: tests/http/access/routes.ts", async () => {
    const handlers = await Promise.all(built.handlers.map(listRows));
    expectSame([...built.pages, ...handlers.flat()], Object.keys(routes), '"<permission>",');
  });

  test("server actions: tests/http/access/actions.ts", () => {
    const names = built.actions.map(({ name }) => name);
    expectSame(names, Object.keys(actions), '{ needs: "<permission>", form: () => ({ … }) },');
  });
});

describe("everyone comes where they may, and nowhere else", () => {
  test.each(Object.keys(routes).map((row) => [row]))("%s", async (row) => {
    const needs = routes[row] ?? "public";
    const expected = getExpected(needs);
    const before = await database.digest();
    const denied = everyone.filter((who) => expected[who] !== "allowed");
    const outcomes = Object.fromEntries(
      await Promise.all(denied.map(async (who) => [who, await visit(row, who)] as const)),
    );
    const navigated = built.pages.includes(row)
      ? await Promise.all(denied.map(async (who) => [who, await navigate(row, who)] as const))
      : [];
    expect(Object.fromEntries(navigated), "by the router").toEqual(
      Object.fromEntries(navigated.map(([who]) => [who, expected[who]])),
    );
    const isSame = (await database.digest()) === before;
    for (const who of everyone) outcomes[who] ??= await visit(row, who);
    expect({ ...outcomes, ...rowsAfter(isSame) }).toEqual({ ...expected, ...rowsAfter(true) });
  });
});

describe("everyone's forms do what they may, and nothing else", () => {
  const known = built.actions.flatMap((action) => {
    const row = actions[action.name];
    return row ? [[action.name, action, row] as const] : [];
  });
  test.each(known)("%s", async (_, action, row) => {
    const expected = getExpected(row.needs);
    for (const way of ways) {
      const denied = everyone.filter((who) => expected[who] !== "allowed");
      const forms: [Who, FormValues | undefined][] = [];
      for (const who of denied) forms.push([who, await row.form?.(scene, who)]);
      const before = await database.digest();
      const outcomes = Object.fromEntries(
        await Promise.all(
          forms.map(async ([who, form]) => [who, await send(way, action, who, form)] as const),
        ),
      );
      const isSame = (await database.digest()) === before;
      await database.mend();
      for (const who of everyone) {
        if (expected[who] === "allowed") outcomes[who] = await sendAllowed(way, action, row, who);
      }
      expect({ ...outcomes, ...rowsAfter(isSame) }, way).toEqual({ ...expected, ...rowsAfter(true) });
    }
  });
});

/** Appended to everybody's outcomes: whether those who were refused changed anything. */
function rowsAfter(isSame: boolean): Record<string, string> {
  return { "rows after all who are denied": isSame ? "the same" : "changed" };
}

function getExpected(needs: Access): Record<string, string> {
  const expected = everyone.map((who) => [who, expectedOutcome(needs, who)] as const);
  tally.cells += expected.length;
  tally.denied += expected.filter(([, outcome]) => outcome !== "allowed").length;
  return Object.fromEntries(expected);
}

async function visit(row: string, who: Who): Promise<string> {
  const [pattern = "", method = "GET"] = row.split(" ").reverse();
  const http = scene.visitor(who);
  const response = await http.request(scene.address(examples[row] ?? pattern, who), { method });
  const answer = {
    status: response.status,
    location: response.headers.get("location"),
    body: await response.text(),
  };
  return toOutcome(answer, who, leadOn.includes(row));
}

/** Requests a page as Next's router does. A refusal is in the stream of the answer, whose status can be 200. */
async function navigate(row: string, who: Who): Promise<string> {
  const response = await scene
    .visitor(who)
    .request(`${scene.address(row, who)}?_rsc`, { headers: { rsc: "1" } });
  const body = await response.text();
  const [, refused] = /NEXT_HTTP_ERROR_FALLBACK;(\d+)/.exec(body) ?? [];
  const [, moved] = /NEXT_REDIRECT;\w+;([^;]+);/.exec(body) ?? [];
  const location = response.headers.get("location") ?? moved ?? null;
  return toOutcome({ status: Number(refused ?? response.status), location, body }, who, false);
}

async function send(way: Way, action: BuiltAction, who: Who, form = {}): Promise<string> {
  return toOutcome(await sent(way, action, who, form), who, true);
}

async function sent(way: Way, action: BuiltAction, who: Who, form = {}): Promise<Answer> {
  const path = scene.address(action.route, who);
  const fields = Object.entries<string>(form);
  return readAnswer(await submit(way, scene.visitor(who), path, { action, fields }));
}

/**
 * An allowed person gets the error in the row, or changes something. This shows that the form would have worked for the
 * others.
 */
async function sendAllowed(way: Way, action: BuiltAction, row: ActionRow, who: Who): Promise<string> {
  const form = await row.form?.(scene, who);
  const before = await database.digest();
  const answer = await sent(way, action, who, form);
  const outcome = toOutcome(answer, who, true);
  const isChanged = (await database.digest()) !== before;
  await database.mend();
  if (outcome !== "allowed") return outcome;
  if (row.says) {
    const sentence = JSON.stringify(en.errors[row.says]).slice(1, -1);
    return way === "without scripts" || answer.body.includes(sentence) ? outcome : `not told ${row.says}`;
  }
  return isChanged || !row.form || row.keepsRows ? outcome : "allowed, and nothing was changed";
}

/** The outcome, and whether an outsider was shown something. */
function toOutcome({ status, location, body }: Answer, who: Who, leadsOn: boolean): string {
  tally.requests += 1;
  const outcome = outcomeByCode(status, location, leadsOn);
  // In the split view the history is beside a refused page, for those who may read it.
  const isExternal = expectedOutcome("links:read", who) !== "allowed";
  const isShown = outcome !== "allowed" && isExternal && body.includes(scene.getMerchant(who).secret);
  return isShown ? `${outcome}, and shown a link's description` : outcome;
}

/** The rows of a handler: one for each method that it accepts, as Next reports them. */
async function listRows(pattern: string): Promise<string[]> {
  const address = scene.address(examples[pattern] ?? pattern, "owner");
  const { headers } = await scene.visitor("nobody signed in").request(address, { method: "OPTIONS" });
  const allowed = (headers.get("allow") ?? "GET").split(/[\s,]+/);
  return allowed
    .filter((method) => !["", "HEAD", "OPTIONS"].includes(method))
    .map((method) => (method === "GET" ? pattern : `${method} ${pattern}`));
}

function expectSame(found: string[], rows: string[], rest: string): void {
  const lacking = found.filter((name) => !rows.includes(name)).map((name) => `add:    "${name}": ${rest}`);
  const gone = rows.filter((name) => !found.includes(name)).map((name) => `remove: "${name}"`);
  expect([...lacking, ...gone]).toEqual([]);
}
