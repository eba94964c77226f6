import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { everyLink, type LinkView } from "@/lib/core/link-view";
import { cancelLink } from "@/lib/domain/payment-links/cancel/cancel-link";
import { checkClose } from "@/lib/domain/payment-links/close/check-close";
import { exportClose } from "@/lib/domain/payment-links/close/export-close";
import { findOpen } from "@/lib/domain/payment-links/close/find-open";
import { getClose } from "@/lib/domain/payment-links/close/get-close";
import type { CurrencyTally } from "@/lib/domain/payment-links/close/schema";
import { markPaid } from "@/lib/domain/payment-links/paid/mark-paid";
import { disconnect } from "@/lib/platform/db";
import { insertMembership } from "@/tests/fixtures/membership";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";
import { type LinkRow, linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const add = linkRows(admin);

beforeAll(() => admin.connect());
afterAll(async () => {
  await admin.end();
  await disconnect();
});

/** A day in Costa Rica, six hours behind UTC. */
const query = {
  start: new Date("2026-11-22T06:00:00Z"),
  end: new Date("2026-11-23T06:00:00Z"),
  ...{ mode: "test" as const, person: undefined },
};

function row(createdAt: string, more: Partial<LinkRow> = {}): LinkRow {
  return { description: "Coffee", createdAt: `2026-11-${createdAt}:00Z`, ...more };
}

async function newColleague({ merchantId }: TestMerchant, name = "Lucía"): Promise<string> {
  const userId = await insertUser(admin, { name });
  await insertMembership(admin, { merchant_id: merchantId, user_id: userId, role: "cashier" });
  return userId;
}

/** Four links of Ana's and two of Lucía's: one marked, one cancelled, one without an answer. */
async function newDay() {
  const merchant = await newMerchant();
  const lucia = await newColleague(merchant);
  const view = everyLink(merchant.merchantId);
  const { actor } = merchant;
  const ids = await add(
    merchant,
    row("22T06:00", { amountMinor: 1_000 }),
    row("22T12:00", { amountMinor: 2_000 }),
    row("22T13:00", { amountMinor: 4_000 }),
    row("23T05:59", { amountMinor: 590_000, currency: "CRC" }),
    row("22T14:00", { amountMinor: 8_000, createdById: lucia }),
    row("22T15:00", { amountMinor: 16_000, createdById: lucia, state: "unknown" }),
    // Before the day, after it, failed, and of another mode.
    ...[row("22T05:59", { amountMinor: 32_000 }), row("23T06:00"), row("22T12:00", { state: "rejected" })],
    row("22T12:00", { mode: "live" }),
  );
  const [first = "", second = "", , , , , before = ""] = ids;
  await markPaid({ view, actor, ids: [first, before] });
  await admin.query("UPDATE payment_links SET marked_paid_at = $2 WHERE id = ANY($1)", [
    [first, before],
    new Date("2026-11-22T20:00:00Z"),
  ]);
  await cancelLink({ view, actor, id: second, reason: "other" });
  return { merchant, view, ids, lucia };
}

/** `USD made 4: 150.00, open 2: 120.00`, without what is not there. */
function write({ currency, made, states, unconfirmed }: CurrencyTally): string {
  const all = [["made", made] as const, ...[...states].toSorted(), ["unconfirmed", unconfirmed] as const];
  return `${currency} ${all
    .filter(([, { links }]) => links > 0)
    .map(([name, { links, amountMinor }]) => `${name} ${links}: ${amountMinor}`)
    .join(", ")}`;
}

test("a day adds up, by currency and by person, and holds nothing else", async () => {
  const { view, lucia } = await newDay();
  await insertPaymentLink(admin, {
    ...{ merchant_id: view.merchantId, origin: "external", created_by_id: null, amount_minor: null },
    ...{ currency: null, description: null, created_at: new Date("2026-11-22T12:00:00Z") },
  });
  const { currencies, people, markedLater, open } = await getClose(view, query);
  expect(currencies.map(write)).toEqual([
    "USD made 4: 15000, cancelled 1: 2000, marked_paid 1: 1000, open 2: 12000, unconfirmed 1: 16000",
    "CRC made 1: 590000, open 1: 590000",
    "null made 1: 0, open 1: 0",
  ]);
  expect(people.map(({ name, currencies: own }) => [name, ...own.map(write)])).toEqual([
    [
      "Ana Rojas",
      "USD made 3: 7000, cancelled 1: 2000, marked_paid 1: 1000, open 1: 4000",
      "CRC made 1: 590000, open 1: 590000",
    ],
    ["Lucía", "USD made 1: 8000, open 1: 8000, unconfirmed 1: 16000"],
    [null, "null made 1: 0, open 1: 0"],
  ]);
  expect(markedLater).toEqual([{ currency: "USD", links: 1, amountMinor: 32_000n }]);
  expect(open).toBe(4);
  const hers = await getClose(view, { ...query, person: lucia });
  expect([...hers.currencies.map(write), hers.markedLater.length]).toEqual([
    "USD made 1: 8000, open 1: 8000, unconfirmed 1: 16000",
    0,
  ]);
});

test("a person who sees only their own links has only those closed, and chooses nobody", async () => {
  const { view, lucia } = await newDay();
  const own: LinkView = { ...view, onlyBy: lucia };
  const close = await getClose(own, query);
  expect(close.currencies.map(write)).toEqual(["USD made 1: 8000, open 1: 8000, unconfirmed 1: 16000"]);
  expect(close.markedLater).toEqual([]);
  const check = async (person: string, as = own) => {
    const { people, checked } = await checkClose(as, { query: { person }, timeZone: "UTC" });
    return [people.length, checked.ok ? "" : checked.issues[0]?.code];
  };
  expect(await check(lucia)).toEqual([0, ""]);
  expect(await check(crypto.randomUUID())).toEqual([0, "not_in_list"]);
  expect(await check(crypto.randomUUID(), view)).toEqual([2, "not_in_list"]);
});

test("what expired is told from what is open, and of that, what somebody has opened", async () => {
  const { merchantId, ...merchant } = await newMerchant();
  const ids = await add(
    { merchantId, ...merchant },
    ...[row("22T12:00"), row("22T12:01"), row("22T12:02"), row("22T12:03", { amountMinor: 7 })],
  );
  const set = (columns: string, id?: string) =>
    admin.query(`UPDATE payment_links SET ${columns} WHERE id = $1`, [id]);
  await set("expires_at = now() - interval '1 second'", ids[0]);
  await set("expires_at = now() + interval '1 hour'", ids[1]);
  await set("first_opened_at = now(), last_opened_at = now(), opened_count = 1", ids[3]);
  const { currencies, open } = await getClose(everyLink(merchantId), query);
  expect(currencies.map(write)).toEqual(["USD made 4: 307, expired 1: 100, open 2: 200, opened 1: 7"]);
  expect(open).toBe(3);
  expect(await findOpen(everyLink(merchantId), query, {})).toMatchObject({ count: 3 });
});

test("sums are exact beyond what a number holds", async () => {
  const merchant = await newMerchant();
  const amountMinor = Number.MAX_SAFE_INTEGER;
  await add(merchant, row("22T12:00", { amountMinor }), row("22T12:00", { amountMinor }));
  const { currencies } = await getClose(everyLink(merchant.merchantId), query);
  expect(currencies.map(write)).toEqual(["USD made 2: 18014398509481982, open 2: 18014398509481982"]);
});

test("what is open is gone through in its order, and the place stays where a link was", async () => {
  const { merchant, view, ids } = await newDay();
  const [, , third = "", fourth = "", fifth = ""] = ids;
  const at = async (place: Parameters<typeof findOpen>[2]) => {
    const { link, number, count } = await findOpen(view, query, place);
    return [link?.id ?? null, number, count];
  };
  expect(await at({})).toEqual([third, 1, 3]);
  expect(await at({ after: third })).toEqual([fifth, 2, 3]);
  expect(await at({ after: fifth })).toEqual([fourth, 3, 3]);
  expect(await at({ after: fourth })).toEqual([null, 4, 3]);
  expect(await at({ before: fourth })).toEqual([fifth, 2, 3]);
  await markPaid({ view, actor: merchant.actor, ids: [fifth] });
  expect(await at({ link: fifth })).toEqual([fourth, 2, 2]);
  // Whoever goes back from the first, or from where the first was marked meanwhile, sees what is first now.
  expect(await at({ before: third })).toEqual([third, 1, 2]);
  const other = { ...view, onlyBy: crypto.randomUUID() };
  expect(await findOpen(other, query, {})).toMatchObject({ link: null, count: 0 });
});

test("more open links than are ever shown at once are gone through to the end", async () => {
  const merchant = await newMerchant();
  const view = everyLink(merchant.merchantId);
  const rows = Array.from({ length: 1_005 }, (_, index) => {
    const at = new Date(Date.UTC(2026, 10, 22, 12, 0, index));
    return row("22T12:00", { createdAt: at.toISOString() });
  });
  await admin.query("BEGIN");
  const ids = await add(merchant, ...rows);
  await admin.query("COMMIT");
  expect(await findOpen(view, query, { after: ids[1_001] })).toMatchObject({
    ...{ link: { id: ids[1_002] }, number: 1_003, count: 1_005 },
  });
  expect(await findOpen(view, query, { after: ids.at(-1) })).toMatchObject({ link: null, count: 1_005 });
});

test("the file has a line for each person, currency and state, and the log says that it was made", async () => {
  const { merchant, view, lucia } = await newDay();
  const { actor, merchantId } = merchant;
  const lines = [];
  for await (const rows of exportClose({ view, actor, query: { ...query, person: lucia }, timeZone: "UTC" }))
    lines.push(...rows);
  expect(lines.slice(1).map((line) => line.slice(4))).toEqual([
    ["Lucía", "USD", "made", { number: "1" }, { number: "80.00" }],
    ["Lucía", "USD", "open", { number: "1" }, { number: "80.00" }],
    ["Lucía", "USD", "unknown", { number: "1" }, { number: "160.00" }],
  ]);
  const { rowCount } = await admin.query(
    "SELECT FROM audit_events WHERE merchant_id = $1 AND action = 'links.exported'",
    [merchantId],
  );
  expect(rowCount).toBe(1);
});
