import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { historyPage } from "@/lib/domain/payment-links/history/list-history";
import { listSelected } from "@/lib/domain/payment-links/history/list-selected";
import { type HistoryFilters, parseHistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { changeNotes, removeCustomer } from "@/lib/domain/payment-links/notes/change-notes";
import { keepPhone } from "@/lib/domain/payment-links/notes/change-phone";
import { tagLinks } from "@/lib/domain/payment-links/notes/change-tags";
import { findCustomer, removeCustomerEverywhere } from "@/lib/domain/payment-links/notes/remove-customer";
import type { LinkNotes } from "@/lib/domain/payment-links/notes/schema";
import { freshDatabase } from "@/tests/support/database";
import { linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const addLinks = linkRows(admin);

const none: LinkNotes = { note: "", tags: [], customerName: "", customerPhone: "", customerReference: "" };
const ana: LinkNotes = {
  note: "Llamar antes",
  tags: ["boda", "mesa 4"],
  customerName: "Ana Solís",
  customerPhone: "+50688887777",
  customerReference: "F-001",
};

let merchant: TestMerchant;
let id: string;

beforeAll(() => admin.connect());
afterAll(() => admin.end());
beforeEach(async () => {
  merchant = await newMerchant();
  [id = ""] = await addLinks(merchant, { description: "Torta" });
});

const view = () => everyLink(merchant.merchantId);
const write = (notes: LinkNotes, drawn: Partial<LinkNotes> = none) =>
  changeNotes({ view: view(), actor: merchant.actor, id, notes, drawn });

const read = () => readLinkPage(view(), id);

test("notes are stored, found by the search, and removed again", async () => {
  expect((await read())?.notes).toEqual(none);
  expect(await write(ana)).toEqual({ ok: true, value: undefined });
  const page = await read();
  expect(page?.notes).toEqual(ana);
  expect(page?.usedTags).toEqual(["boda", "mesa 4"]);
  for (const filters of [{ q: "solis" }, { q: "llamar" }, { q: "f-001" }, { q: "mesa 4" }, { tag: "Boda" }]) {
    expect((await historyPage(view(), filters, "UTC")).links.map((link) => link.id)).toEqual([id]);
  }
  expect(await write(none, ana)).toMatchObject({ ok: true });
  expect((await read())?.notes).toEqual(none);
  expect((await historyPage(view(), { q: "solis" }, "UTC")).links).toEqual([]);
});

test("what a colleague wrote meanwhile stays; what both wrote is asked about", async () => {
  await write({ ...none, note: "Theirs", customerName: "Ana" });
  expect(await write({ ...none, tags: ["mine"] })).toMatchObject({ ok: true });
  expect((await read())?.notes).toEqual({ ...none, note: "Theirs", customerName: "Ana", tags: ["mine"] });
  const asked = await write({ ...none, note: "Mine", customerReference: "7" });
  expect(asked).toMatchObject({
    ok: false,
    code: "changed_meanwhile",
    conflicts: ["note"],
    now: { note: "Theirs" },
    merged: { note: "Mine", customerReference: "7", customerName: "Ana" },
  });
  expect((await read())?.notes).toMatchObject({ note: "Theirs", customerReference: "" });
});

test("the log says who changed what, without what is in it", async () => {
  await write(ana);
  await write(ana);
  await removeCustomer({ view: view(), actor: merchant.actor, id });
  await removeCustomer({ view: view(), actor: merchant.actor, id });
  expect((await read())?.notes).toEqual({ ...none, note: ana.note, tags: ana.tags });
  const { rows } = await admin.query(
    "SELECT action, actor_id, details FROM audit_events WHERE merchant_id = $1 AND target_id = $2 ORDER BY id",
    [merchant.merchantId, id],
  );
  const fields = ["note", "tags", "customerName", "customerPhone", "customerReference"];
  const actor = { actor_id: merchant.actor.userId };
  expect(rows).toEqual([
    { ...actor, action: "link.noted", details: Object.fromEntries(fields.map((name) => [name, "changed"])) },
    { ...actor, action: "link.customer_removed", details: {} },
  ]);
  expect((await read())?.timeline.slice(-2)).toMatchObject([
    { what: "link.noted", fields },
    { what: "link.customer_removed" },
  ]);
});

test("a person who sees only their own links changes no other, and learns no tags of others", async () => {
  await write(ana);
  const own = { ...view(), onlyBy: crypto.randomUUID() };
  const { actor } = merchant;
  expect(await changeNotes({ view: own, actor, id, notes: none })).toEqual({ ok: false, code: "link_gone" });
  expect(await removeCustomer({ view: own, actor, id })).toEqual({ ok: false, code: "link_gone" });
  expect(await readLinkPage(own, id)).toBeNull();
  expect((await read())?.notes).toEqual(ana);
});

test("several links are tagged at once, or none of them when one would have too many", async () => {
  const [other = "", full = ""] = await addLinks(merchant, { description: "Otra" }, { description: "Llena" });
  await write({ ...none, tags: ["boda"] });
  const tags = Array.from({ length: 10 }, (_, at) => `tag ${at}`);
  const request = { view: view(), actor: merchant.actor };
  expect(await tagLinks({ ...request, ids: [full], tags })).toMatchObject({ ok: true });
  expect(await tagLinks({ ...request, ids: [id, other, full], tags: ["vip"] })).toEqual({
    ok: false,
    code: "tags_too_many",
  });
  const ids = [id, other, crypto.randomUUID()];
  expect(await tagLinks({ ...request, ids, tags: ["vip", "boda"] })).toMatchObject({ ok: true });
  expect((await read())?.notes?.tags).toEqual(["boda", "vip"]);
  expect((await historyPage(view(), { tag: "vip" }, "UTC")).links.map((link) => link.id)).toEqual([
    other,
    id,
  ]);
  const own = { ...view(), onlyBy: crypto.randomUUID() };
  expect(await tagLinks({ ...request, view: own, ids, tags: ["theirs"] })).toMatchObject({ ok: true });
  expect((await read())?.notes?.tags).toEqual(["boda", "vip"]);
});

test("links that are chosen one by one are listed as asked for, and narrow the history", async () => {
  const [other = "", third = ""] = await addLinks(merchant, { description: "Otra" }, { description: "Más" });
  const [foreign = ""] = await addLinks(await newMerchant(), { description: "Ajena" });
  const listed = async (ids: string[]) => (await listSelected(view(), ids))?.links.map((link) => link.id);
  expect(await listed([id, third, id.toUpperCase(), "no id", foreign])).toEqual([id, third]);
  expect(await listed(Array.from({ length: 101 }, () => crypto.randomUUID()))).toBeUndefined();
  const found = async (filters: HistoryFilters) =>
    (await historyPage(view(), filters, "UTC")).links.map((link) => link.id);
  expect(await found({ selected: [id, third, foreign].join() })).toEqual([third, id]);
  expect(await found({ selected: [id, other].join(), q: "otra" })).toEqual([other]);
  expect(await found({ selected: id, q: other })).toEqual([]);
  for (const selected of ["x", `${id},`, Array.from({ length: 101 }, () => id).join()]) {
    expect(parseHistoryFilters({ selected })).toMatchObject({ ok: false });
  }
});

test("a number that a link was sent to is kept with it, and the rest of its notes stays", async () => {
  await write(ana);
  const phone = { digits: "34600111222", shown: "+34 600 11 12 22" };
  for (const _time of ["once", "again"])
    expect(await keepPhone({ view: view(), actor: merchant.actor, id, phone })).toMatchObject({ ok: true });
  expect(await read()).toMatchObject({ notes: { ...ana, customerPhone: "+34600111222" } });
  expect((await read())?.timeline.filter(({ fields }) => fields?.[0] === "customerPhone")).toHaveLength(1);
  const own = { ...view(), onlyBy: crypto.randomUUID() };
  expect(await keepPhone({ view: own, actor: merchant.actor, id, phone })).toEqual({
    ...{ ok: false, code: "link_gone" },
  });
});

test("a customer is removed from all links of one business, and the log holds nothing of them", async () => {
  const phone = { digits: "50688887777", shown: "" };
  const { merchantId, actor } = merchant;
  const ids = await addLinks(merchant, { description: "Second" }, { description: "Of another" });
  const other = await newMerchant();
  const [foreign = ""] = await addLinks(other, { description: "Elsewhere" });
  for (const linkId of [id, ids[0] ?? ""])
    await changeNotes({ view: view(), actor, id: linkId, notes: ana, drawn: none });
  const lucia = { ...ana, customerName: "Lucía", customerPhone: "+50688887778" };
  await changeNotes({ view: view(), actor, id: ids[1] ?? "", notes: lucia, drawn: none });
  await changeNotes({
    ...{ view: everyLink(other.merchantId), actor: other.actor, id: foreign },
    ...{ notes: ana, drawn: none },
  });
  expect(await findCustomer(merchantId, phone)).toEqual({ ok: true, value: { links: 2, rows: 0 } });
  const remove = () => removeCustomerEverywhere({ merchantId, actor, phone });
  expect(await remove()).toEqual({ ok: true, value: { links: 2, rows: 0 } });
  expect(await remove()).toEqual({ ok: false, code: "customer_unknown" });
  const { rows } = await admin.query(
    `SELECT customer_name AS name, customer_phone AS phone, customer_reference AS reference, note
     FROM payment_links WHERE merchant_id = ANY($1) ORDER BY id`,
    [[merchantId, other.merchantId]],
  );
  const gone = { name: null, phone: null, reference: null, note: ana.note };
  const kept = { name: ana.customerName, phone: ana.customerPhone, reference: ana.customerReference };
  expect(rows).toEqual([
    ...[gone, gone, { ...kept, name: "Lucía", phone: "+50688887778", note: ana.note }],
    { ...kept, note: ana.note },
  ]);
  expect((await historyPage(view(), { q: "solis" }, "UTC")).links).toEqual([]);
  const { rows: events } = await admin.query(
    "SELECT details, target_id FROM audit_events WHERE merchant_id = $1 AND action = 'customer.removed'",
    [merchantId],
  );
  expect(events).toEqual([{ details: { links: "2" }, target_id: null }]);
});
