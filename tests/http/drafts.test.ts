import { beforeAll, expect, test } from "vitest";
import { en } from "@/lib/i18n/messages/en/catalogue";
import { es } from "@/lib/i18n/messages/es/catalogue";
import { pt } from "@/lib/i18n/messages/pt/catalogue";
import type { LastSeen } from "@/lib/ui/offline/last-seen";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { connectedOwner, makeLink } from "@/tests/support/people";
import { asSuperuser, teammate } from "@/tests/support/roles";

let owner: Awaited<ReturnType<typeof connectedOwner>>;
let seen: LastSeen;

beforeAll(async () => {
  owner = await connectedOwner();
  seen = await readSeen();
});

const content = { amount: "12.50", interpretation: "", currency: "USD", description: "Two coffees" };

type Sender = { http?: HttpVisitor; person?: string; language?: string };

async function send(changes: Record<string, string> = {}, sender: Sender = {}) {
  return (await post(changes, sender)).json();
}

function post(
  changes: Record<string, string>,
  { http = owner.http, person = seen.person, language = "en" }: Sender = {},
): Promise<Response> {
  const whose = { person, business: seen.merchant.id, mode: "test" };
  const body = { ...whose, intentId: crypto.randomUUID(), expiry: "", expiryDay: "" };
  return http.request(`${owner.path}/drafts`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: http.origin, "accept-language": language },
    body: JSON.stringify({ ...body, ...content, ...changes }),
  });
}

async function readSeen(http = owner.http): Promise<LastSeen> {
  return (await http.request(`${owner.path}/offline`)).json();
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
    { expiry: "date", expiryDay: "2020-01-31" },
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

test("drafts wait while the key is dead, and one that was tried is sent with another intent", async () => {
  await owner.account.setFault({ fault: "refuse_401", endpoint: "create", count: 1 });
  const intentId = crypto.randomUUID();
  const sentence = en.errors.key_refused;
  expect(await send({ intentId })).toEqual({ outcome: "rejected", sentence, isPaused: true });
  expect((await send({ intentId })).outcome).toBe("rejected");
  expect((await send()).outcome).toBe("made");
});

test("drafts of somebody who may no longer make links here wait, in their language", async () => {
  const eva = await teammate(owner, "cashier");
  const before = (await owner.account.links()).length;
  const { person } = await readSeen(eva.http);
  const sendHers = (language = "en") => send({}, { http: eva.http, person, language });
  expect((await sendHers()).outcome).toBe("made");
  const change = (role: string) =>
    asSuperuser("UPDATE memberships SET role = $1 FROM users WHERE users.id = user_id AND email = $2", [
      role,
      eva.person.email,
    ]);
  await change("viewer");
  expect(await sendHers()).toEqual({ outcome: "paused", sentence: en.draftPaused.forbidden });
  await change("cashier");
  await eva.remove();
  for (const [language, { draftPaused }] of Object.entries({ en, es, pt })) {
    expect(await sendHers(language)).toEqual({
      outcome: "paused",
      sentence: draftPaused.not_found,
    });
  }
  expect(await owner.account.links()).toHaveLength(before + 1);
});

test("what a browser stores has the address of what can be paid, and of nothing else", async () => {
  await makeLink(owner, { amount: "3.00", description: "Water" });
  const { links } = await readSeen();
  expect(links.find(({ description }) => description === "Water")).toMatchObject({
    state: "open",
    address: expect.stringMatching(/^http/),
  });
  seen = await readSeen();
  const unpayable = seen.links.filter(({ state }) => state !== "open");
  expect(unpayable.length).toBeGreaterThan(0);
  expect(unpayable.map(({ address }) => address)).toEqual(unpayable.map(() => null));
  expect(JSON.stringify(seen)).not.toContain(owner.person.email);
});

test("drafts of a business that was closed wait", async () => {
  const shop = await connectedOwner();
  await asSuperuser("UPDATE merchants SET disabled_at = now() WHERE slug = $1", [shop.slug]);
  const response = await shop.http.request(`${shop.path}/drafts`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: shop.http.origin },
    body: "{}",
  });
  expect(await response.json()).toEqual({ outcome: "paused", sentence: en.draftPaused.not_found });
});
