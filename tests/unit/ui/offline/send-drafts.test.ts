import "fake-indexeddb/auto";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { clear } from "@/lib/ui/offline/database";
import type { DraftAnswer } from "@/lib/ui/offline/draft-answer";
import { emptyFields, listDrafts, type OfflineDraft, saveDraft } from "@/lib/ui/offline/drafts";
import { sendDrafts } from "@/lib/ui/offline/send-drafts";

const person = "somebody";
let madeAt = 0;

beforeEach(async () => {
  await clear("drafts");
  // One tab, which always has its turn.
  const request = (_name: string, _options: object, work: (lock: object) => Promise<unknown>) => work({});
  vi.stubGlobal("navigator", { locks: { request } });
});

afterAll(() => void vi.unstubAllGlobals());

async function keep(changes: Partial<OfflineDraft> = {}): Promise<OfflineDraft> {
  const draft: OfflineDraft = {
    ...{ id: crypto.randomUUID(), intentId: crypto.randomUUID(), person, slug: "cafe" },
    ...{ business: crypto.randomUUID(), mode: "live", fields: { ...emptyFields, amount: "5" } },
    link: { amountMinor: 500, currency: "USD", description: "Bread" },
    ...{ madeAt: ++madeAt, status: { kind: "waiting" } },
    ...changes,
  };
  await saveDraft(draft);
  return draft;
}

/** The portal answers each business in one way; the answer is what was asked of it. */
function answering(bySlug: Record<string, DraftAnswer | (() => Response)>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    const [, , slug = ""] = path.split("/");
    asked.push(slug);
    const answer = bySlug[slug];
    if (answer === undefined) throw new TypeError("Failed to fetch");
    return typeof answer === "function" ? answer() : Response.json(answer);
  });
  return asked;
}

const made: DraftAnswer = { outcome: "made", path: "/m/cafe/links/1" };
const statuses = async () => (await listDrafts(person)).map(({ status }) => status.kind);

test("a business whose drafts cannot be sent does not hold up those of another", async () => {
  await keep();
  await keep();
  await keep({ slug: "taller" });
  const asked = answering({ cafe: { outcome: "paused", sentence: "No longer yours." }, taller: made });
  expect(await sendDrafts(person)).toEqual({
    why: "paused",
    sentences: new Map([["cafe", "No longer yours."]]),
  });
  expect(asked).toEqual(["cafe", "taller"]);
  expect(await statuses()).toEqual(["waiting", "waiting", "made"]);
});

test("a key that upstream refuses uses up an intent and no draft", async () => {
  const { intentId } = await keep();
  answering({ cafe: { outcome: "rejected", sentence: "The key is dead.", isPaused: true } });
  expect((await sendDrafts(person)).why).toBe("paused");
  const [draft] = await listDrafts(person);
  expect(draft?.status).toEqual({ kind: "waiting" });
  expect(draft?.intentId).not.toBe(intentId);
  answering({ cafe: made });
  expect(await sendDrafts(person)).toEqual({ why: "done" });
  expect(await statuses()).toEqual(["made"]);
});

test("a draft that was refused keeps what was typed, and the next one is sent", async () => {
  const first = await keep();
  await keep();
  let count = 0;
  answering({
    cafe: () => Response.json(count++ === 0 ? { outcome: "refused", sentence: "The day is over." } : made),
  });
  expect(await sendDrafts(person)).toEqual({ why: "done" });
  const [refused, next] = await listDrafts(person);
  expect(refused).toEqual({ ...first, status: { kind: "refused", sentence: "The day is over." } });
  expect(next?.status.kind).toBe("made");
});

test.each([
  ["a page of somebody else's network", () => new Response("<html>Sign in to the Wi-Fi</html>")],
  ["a proxy that refuses", () => new Response("Forbidden", { status: 403 })],
  ["a proxy that finds nothing", () => new Response("Not found", { status: 404 })],
  ["a portal that starts", () => new Response(null, { status: 502 })],
  ["an answer of another release", () => Response.json({ outcome: "danced" })],
])("%s is no answer to a draft: it waits as it is", async (_name, answer) => {
  const draft = await keep();
  answering({ cafe: answer });
  expect(await sendDrafts(person)).toEqual({ why: "later", retryAfterMs: null });
  expect(await listDrafts(person)).toEqual([draft]);
});

test("after the session's end everything waits, and nobody else's drafts are sent", async () => {
  await keep();
  await keep({ person: "another" });
  const asked = answering({ cafe: () => new Response("You are signed out.", { status: 401 }) });
  expect(await sendDrafts(person)).toEqual({ why: "signedOut" });
  answering({ cafe: made });
  expect(await sendDrafts(person)).toEqual({ why: "done" });
  expect(asked).toHaveLength(1);
  expect(await statuses()).toEqual(["made"]);
  expect((await listDrafts("another")).map(({ status }) => status.kind)).toEqual(["waiting"]);
});
