import { beforeAll, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import { connectedOwner, makeLink } from "@/tests/support/people";

let owner: Awaited<ReturnType<typeof connectedOwner>>;
let seen: LastSeen;

beforeAll(async () => {
  owner = await connectedOwner();
  seen = await readSeen();
});

const content = { amount: "12.50", interpretation: "", currency: "USD", description: "Two coffees" };

async function send(changes: Record<string, string> = {}) {
  return (await post(changes)).json();
}

function post(changes: Record<string, string>): Promise<Response> {
  const whose = { person: seen.person, business: seen.merchant.id, mode: "test" };
  const body = { ...whose, intentId: crypto.randomUUID(), expiry: "", expiryDay: "" };
  return owner.http.request(`${owner.path}/drafts`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: owner.http.origin },
    body: JSON.stringify({ ...body, ...content, ...changes }),
  });
}

async function readSeen(): Promise<LastSeen> {
  return (await owner.http.request(`${owner.path}/offline`)).json();
}

test("a draft that is sent again is the same link, and one that was changed meanwhile is refused", async () => {
  const intentId = crypto.randomUUID();
  const made = await send({ intentId });
  expect(made).toEqual({ outcome: "made", path: expect.stringContaining(`${owner.path}/links/`) });
  expect(await send({ intentId })).toEqual(made);
  expect(await send({ intentId, amount: "13" })).toEqual({
    outcome: "refused",
    sentence: en.errors.intent_reused,
    path: made.path,
  });
  // Another draft with the same content is the next customer.
  expect((await send()).outcome).toBe("made");
  expect(await owner.account.links()).toHaveLength(2);
});

test("a draft of another mode or business, and one that is no link, are refused with a sentence", async () => {
  const before = (await owner.account.links()).length;
  for (const changes of [
    { mode: "live" },
    { business: crypto.randomUUID() },
    { amount: "" },
    { intentId: "1" },
  ])
    expect(await send(changes)).toEqual({ outcome: "refused", sentence: expect.stringMatching(/\w/) });
  expect(await owner.account.links()).toHaveLength(before);
});

test("a draft of another person makes nothing in this person's name", async () => {
  const before = (await owner.account.links()).length;
  const response = await post({ person: "somebody-else" });
  expect([response.status, response.headers.get("content-type")]).toEqual([401, "text/plain; charset=utf-8"]);
  expect(await owner.account.links()).toHaveLength(before);
});

test("a draft whose answer is lost is unconfirmed, and is not sent again", async () => {
  await owner.account.setFault({ fault: "reset_after", endpoint: "create" });
  const intentId = crypto.randomUUID();
  const lost = await send({ intentId });
  expect(lost.outcome).toBe("unconfirmed");
  expect(await send({ intentId })).toEqual(lost);
});

test("what a browser stores has the address of what can be paid, and of nothing else", async () => {
  await makeLink(owner, { amount: "3.00", description: "Water" });
  const [newest] = (await readSeen()).links;
  expect(newest).toMatchObject({
    description: "Water",
    state: "open",
    address: expect.stringMatching(/^http/),
  });
  seen = await readSeen();
  const unpayable = seen.links.filter(({ state }) => state !== "open");
  expect(unpayable.length).toBeGreaterThan(0);
  expect(unpayable.map(({ address }) => address)).toEqual(unpayable.map(() => null));
  expect(JSON.stringify(seen)).not.toContain(owner.person.email);
});
