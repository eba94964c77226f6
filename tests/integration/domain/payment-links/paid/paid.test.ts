import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { cancelLink } from "@/lib/domain/payment-links/cancel/cancel-link";
import { historyPage } from "@/lib/domain/payment-links/history/list-history";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { describePaid, undoPaid } from "@/lib/domain/payment-links/paid/change-paid";
import { findPasted } from "@/lib/domain/payment-links/paid/find-pasted";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { type ShownState, shownStates, toShownState } from "@/lib/domain/payment-links/schema";
import { disconnect } from "@/lib/platform/db";
import { insertMembership } from "@/tests/fixtures/membership";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";
import { linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const addLinks = linkRows(admin);

let merchant: TestMerchant;
let ids: string[];

beforeAll(() => admin.connect());
afterAll(async () => {
  await admin.end();
  await disconnect();
});
beforeEach(async () => {
  merchant = await newMerchant();
  ids = await addLinks(
    merchant,
    { description: "first", upstreamId: `plink_a${merchant.slug}` },
    { description: "second", upstreamId: `plink_b${merchant.slug}` },
    { description: "refused", state: "rejected" },
    { description: "third" },
    { description: "fourth" },
    { description: "fifth" },
  );
});

const view = () => everyLink(merchant.merchantId);
const mark = (which: string[], actor = merchant.actor) => markPaid({ view: view(), actor, ids: which });
const listed = async (state: ShownState) =>
  (await historyPage(view(), { state }, "UTC")).links.map(({ description }) => description);

async function read(id = ids[0] ?? "") {
  const page = await readLinkPage(view(), id);
  if (!page) throw new Error("no such link");
  return { state: toShownState(page.link), ...page, log: page.timeline.map(({ what }) => what) };
}

async function newColleague() {
  const userId = await insertUser(admin, { name: "Lucía" });
  await insertMembership(admin, { merchant_id: merchant.merchantId, user_id: userId, role: "cashier" });
  return { userId, ip: null };
}

test("a mark is a person's word: who and when, with what they write, until it is undone", async () => {
  const [id = ""] = ids;
  const { count, at } = await mark([id], await newColleague());
  expect(count).toBe(1);
  expect(await read()).toMatchObject({ state: "marked_paid", paid: { by: "Lucía", at, note: "" } });
  const facts = { note: "En caja", reference: "TX 9" };
  expect(await describePaid({ view: view(), actor: merchant.actor, id, at, ...facts })).toMatchObject({
    ok: true,
  });
  expect((await read()).paid).toMatchObject({ by: "Lucía", ...facts });
  expect(await undoPaid({ view: view(), actor: merchant.actor, ids: [id], at })).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ state: "open", paid: null });
  expect((await read()).log.slice(-3)).toEqual([
    "link.marked_paid",
    "link.paid_mark_described",
    "link.paid_mark_removed",
  ]);
});

test("the first of two marks counts, and a page with an old one undoes nothing", async () => {
  const [id = ""] = ids;
  const both = await Promise.all([mark([id]), mark([id], await newColleague())]);
  expect(both.map(({ count }) => count).sort()).toEqual([0, 1]);
  const old = new Date(Date.now() - 60_000);
  expect(await undoPaid({ view: view(), actor: merchant.actor, ids: [id], at: old })).toEqual({
    ok: false,
    code: "paid_changed_since",
  });
  expect((await read()).log.filter((what) => what === "link.marked_paid")).toHaveLength(1);
});

test("several at once: those that can be marked, and all of them back", async () => {
  await mark(ids.slice(0, 1));
  const { count, at } = await mark([...ids, crypto.randomUUID()]);
  expect(count).toBe(4);
  await undoPaid({ view: view(), actor: merchant.actor, ids, at });
  expect(await listed("marked_paid")).toEqual(["first"]);
});

test("every link is in the list of the state that it is shown with, and in no other", async () => {
  await mark(ids.slice(0, 1));
  await admin.query("UPDATE payment_links SET active = false WHERE id = ANY($1)", [ids.slice(0, 5)]);
  const seen =
    "UPDATE payment_links SET first_opened_at = now(), last_opened_at = now(), opened_count = 1 WHERE id = ANY($1)";
  await admin.query(seen, [ids]);
  const past = "UPDATE payment_links SET expires_at = now() - interval '1 hour' WHERE id = ANY($1)";
  await admin.query(past, [[ids[0], ids[3], ids[4]]]);
  for (const id of [ids[0], ids[3]])
    await cancelLink({ view: view(), actor: merchant.actor, id: id ?? "", reason: "other" });
  const lists = await Promise.all(shownStates.map(async (state) => [state, await listed(state)] as const));
  expect(Object.fromEntries(lists)).toEqual({
    ...Object.fromEntries(shownStates.map((state) => [state, []])),
    marked_paid: ["first"],
    cancelled: ["third"],
    expired: ["fourth"],
    opened: ["fifth"],
    inactive: ["second"],
    rejected: ["refused"],
  });
});

test("a pasted text finds what is not marked yet, and nobody else's", async () => {
  const text = `x plink_a${merchant.slug} \n https://pay.example/link/plink_b${merchant.slug}?p=1, plink_none1`;
  expect(await findPasted(view(), { text, most: 100 })).toEqual({
    ids: [ids[1], ids[0]],
    marked: 0,
    isMore: false,
  });
  expect(await findPasted(view(), { text, most: 1 })).toEqual({ ids: [ids[1]], marked: 0, isMore: true });
  await mark(ids.slice(0, 1));
  expect(await findPasted(view(), { text, most: 100 })).toEqual({ ids: [ids[1]], marked: 1, isMore: false });
  const other = await newMerchant();
  expect((await findPasted(everyLink(other.merchantId), { text, most: 100 })).ids).toEqual([]);
  const own = { merchantId: merchant.merchantId, onlyBy: (await newColleague()).userId };
  expect((await findPasted(own, { text, most: 100 })).ids).toEqual([]);
  expect(await markPaid({ view: own, actor: merchant.actor, ids })).toMatchObject({ count: 0 });
});

test("the database refuses a mark on what was never created, and one by nobody", async () => {
  const set = (id: string | undefined, by: string | null) =>
    admin.query("UPDATE payment_links SET marked_paid_at = now(), marked_paid_by_id = $2 WHERE id = $1", [
      id,
      by,
    ]);
  await expect(set(ids[2], merchant.actor.userId)).rejects.toThrow(/payment_links_marked_paid/);
  await expect(set(ids[0], null)).rejects.toThrow(/payment_links_marked_paid/);
});
