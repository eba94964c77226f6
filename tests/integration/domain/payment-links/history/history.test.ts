import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CsvStyle, csvForExcel, csvForPrograms } from "@/lib/core/csv";
import type { Query } from "@/lib/core/filters";
import { everyLink } from "@/lib/core/link-view";
import { cancelLink } from "@/lib/domain/payment-links/cancel/cancel-link";
import { checkHistoryFilters } from "@/lib/domain/payment-links/history/check-filters";
import { exportLinks } from "@/lib/domain/payment-links/history/export-links";
import { readColumns } from "@/lib/domain/payment-links/history/export-store";
import { historyPage, historyPageSize } from "@/lib/domain/payment-links/history/list-history";
import { pointCode } from "@/lib/domain/payment-links/point/change-pointing";
import { readCells } from "@/lib/spreadsheets/copied-table";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertManyLinks } from "@/tests/fixtures/many-links";
import { freshDatabase } from "@/tests/support/database";
import { exportedText } from "@/tests/support/exported-text";
import { readableHistory } from "@/tests/support/filters";
import { linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { oddText } from "@/tests/support/odd-texts";
import { seededRandom } from "@/tests/support/seeded-random";

const { adminUrl } = await freshDatabase();
let admin: pg.Client;
let add: ReturnType<typeof linkRows>;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  add = linkRows(admin);
});
afterAll(() => admin.end());

test("filters narrow together", async () => {
  const merchant = await newMerchant();
  await add(
    merchant,
    { description: "a", mode: "live", state: "ready", currency: "EUR" },
    { description: "b", mode: "live", state: "rejected", currency: "EUR" },
    { description: "c", mode: "test", state: "ready", currency: "EUR" },
    { description: "d", mode: "live", state: "ready", currency: "USD" },
  );
  expect(await found(merchant, { mode: "live", state: "ready", currency: "EUR" })).toEqual(["a"]);
  expect(await found(merchant, { state: "rejected" })).toEqual(["b"]);
  expect(await found(merchant, { creator: merchant.actor.userId, mode: "test" })).toEqual(["c"]);
  expect(await found(merchant, { creator: crypto.randomUUID() })).toEqual([]);
});

test.each<[Query, string[]]>([
  [{ q: "x".repeat(201) }, ["q too_long"]],
  [{ q: "a\u0000b" }, ["q unprintable"]],
  [{ q: "\uFFFD" }, ["q unprintable"]],
  [{ q: "\u200b\u3164" }, ["q unprintable"]],
  [{ mode: "x" }, ["mode not_in_list"]],
  [{ state: "'" }, ["state not_in_list"]],
  [{ currency: "EURO" }, ["currency not_in_list"]],
  [{ creator: "1" }, ["creator not_in_list"]],
  [{ creator: crypto.randomUUID() }, ["creator not_in_list"]],
  [{ from: "2026-02-30" }, ["from not_a_day"]],
  [{ from: "2026-1-5" }, ["from not_a_day"]],
  [{ from: "0000-01-01" }, ["from not_a_day"]],
  [{ to: "soon", mode: "y" }, ["mode not_in_list", "to not_a_day"]],
  [{ from: "2026-03-02", to: "2026-03-01" }, ["from reversed"]],
  [{ state: ["open", "open"] }, ["state repeated"]],
  [{ q: ["a", "b"] }, ["q repeated"]],
  [{ after: "x" }, ["after no_such_page"]],
])("%j is no filter, and nothing is shown in its place", async (query, said) => {
  const { merchantId } = await newMerchant();
  const read = await checkHistoryFilters(everyLink(merchantId), query);
  expect(read.ok ? read.value : read.issues.map(({ name, code }) => `${name} ${code}`)).toEqual(said);
});

test("filters are read in any letter case, and empty ones are none", async () => {
  const { merchantId, actor } = await newMerchant();
  const creator = actor.userId.toUpperCase();
  const query = {
    currency: "crc",
    mode: "LIVE",
    state: "Open",
    creator,
    q: "  ",
    from: "",
    to: "",
    after: "",
  };
  expect(await checkHistoryFilters(everyLink(merchantId), query)).toEqual({
    ok: true,
    value: { currency: "CRC", mode: "live", state: "open", creator: actor.userId },
  });
  expect(readableHistory({ state: "ready" }).state).toBe("open");
  expect(readableHistory({ q: "☕".repeat(200) }).q).toHaveLength(200);
});

test("whoever sees their own links only cannot ask about others", async () => {
  const { merchantId, actor } = await newMerchant();
  const own = { merchantId, onlyBy: crypto.randomUUID() };
  expect((await checkHistoryFilters(own, { creator: actor.userId })).ok).toBe(false);
  expect((await checkHistoryFilters(own, { creator: own.onlyBy })).ok).toBe(true);
});

test("a range may begin at nothing, and end beyond all amounts and days", async () => {
  const merchant = await newMerchant();
  await add(merchant, { description: "a", amountMinor: 1 }, { description: "b", amountMinor: 9_999_999_999 });
  const everything = { min: "0", max: "99999999999999999999", to: "9999-12-31" };
  expect(await found(merchant, everything)).toEqual(["b", "a"]);
  expect(await found(merchant, { min: "$0.00", max: "$1" })).toEqual(["a"]);
  expect(await found(merchant, { min: "99999999999999" })).toEqual([]);
  expect(await found(merchant, { max: "0" })).toEqual([]);
  expect(await exported(merchant, everything)).toHaveLength(2);
});

test("a file without links names its columns all the same", async () => {
  const { merchantId, actor } = await newMerchant();
  const view = everyLink(merchantId);
  const links = await exportLinks({ view, actor, filters: {}, timeZone: "UTC" });
  expect(await exportedText(links, { timeZone: "UTC" })).toMatch(
    /^\uFEFFcreated_at,time_zone,amount,[^\n]*\r\n$/,
  );
});

test("open and inactive links are told apart, in the list and in the file", async () => {
  const merchant = await newMerchant();
  const [, closed] = await add(merchant, { description: "open" }, { description: "closed" });
  await add(merchant, { description: "refused", state: "rejected" });
  await admin.query("UPDATE payment_links SET active = false WHERE id = $1", [closed]);
  expect(await found(merchant, { state: "open" })).toEqual(["open"]);
  expect(await found(merchant, { state: "ready" })).toEqual(["open"]);
  expect(await found(merchant, { state: "inactive" })).toEqual(["closed"]);
  expect(await found(merchant, { state: "rejected" })).toEqual(["refused"]);
  const states = (await exported(merchant)).map((row) => `${row.description} ${row.state}`);
  expect(states).toEqual(["refused rejected", "closed inactive", "open open"]);
});

test("a file has the business's days and zone, and amounts as its reader writes them", async () => {
  const merchant = await newMerchant("Bar Sol", "America/Costa_Rica");
  await add(
    merchant,
    {
      description: "Cafe;=1+1;",
      reference: "2E45",
      amountMinor: 123_450,
      createdAt: "2026-11-21T05:59:59.250Z",
    },
    { description: "next day", createdAt: "2026-11-21T06:00:00.000Z" },
  );
  const day = { from: "2026-11-20", to: "2026-11-20" };
  expect(await exported(merchant, day)).toMatchObject([
    {
      created_at: "2026-11-20T23:59:59.250-06:00",
      time_zone: "America/Costa_Rica",
      amount: "1234.50",
      description: "Cafe;'=1+1;",
      reference: "'2E45",
    },
  ]);
  expect(await exported(merchant, day, csvForExcel(","))).toMatchObject([
    { created_at: "2026-11-20 23:59:59", amount: "1234,50", description: "Cafe;'=1+1;" },
  ]);
});

test("a file has what the team wrote on each link, and no telephone number becomes a formula", async () => {
  const merchant = await newMerchant();
  const [, id] = await add(merchant, { description: "bare" }, { description: "for Íñigo" });
  await admin.query(
    `UPDATE payment_links SET note = 'Puerta azul', tags = '{boda,urgente}', customer_name = 'Íñigo Ñúñez',
       customer_phone = '+50688887777', customer_reference = 'PED-0042' WHERE id = $1`,
    [id],
  );
  expect(await exported(merchant)).toMatchObject([
    {
      description: "for Íñigo",
      note: "Puerta azul",
      tags: "boda, urgente",
      customer_name: "Íñigo Ñúñez",
      customer_phone: "'+50688887777",
      customer_reference: "PED-0042",
    },
    {
      description: "bare",
      note: "",
      tags: "",
      customer_name: "",
      customer_phone: "",
      customer_reference: "",
    },
  ]);
});

test("a file has texts as they are stored, whatever is in them, and a filter's as well", async () => {
  const merchant = await newMerchant();
  const random = seededRandom(77);
  const notes = [
    ...Array.from({ length: 100 }, () => oddText(random).replaceAll("\u0000", "")),
    ...["\\N", "\\", "a\\tb", "\t", "line\nline", "'; --"],
  ];
  const ids = await add(merchant, ...notes.map(() => ({ description: "odd" })));
  await admin.query(
    `UPDATE payment_links SET note = given.note, tags = ARRAY[$3]
     FROM unnest($1::uuid[], $2::text[]) AS given (id, note) WHERE payment_links.id = given.id`,
    [ids, notes, quotes],
  );
  const { actor, merchantId } = merchant;
  const query = { actor, view: everyLink(merchantId), timeZone: "UTC" };
  const note = readColumns.indexOf("note") + 1;
  const cells: unknown[] = [];
  for (const tag of [quotes, "x"]) {
    const table = await exportLinks({ ...query, filters: readableHistory({ tag }) });
    for await (const rows of readCells(table)) cells.push(...rows.map((row) => row[note]));
  }
  expect(cells).toEqual(["note", ...notes.toReversed().map((text) => text || null), "note"]);
});

const quotes = "it's \\'quoted\\";

test.each([
  ["newest", "id DESC"],
  ["highest", "amount_minor DESC, id DESC"],
])("a file of thousands has each link once, in the order that was chosen: %s", async (sort, order) => {
  const merchant = await newMerchant();
  const { merchantId, actor } = merchant;
  await insertApiKey(admin, { merchant_id: merchantId, id: merchantId, active_mode: null });
  const from = new Date("2026-01-01T00:00:00Z");
  await insertManyLinks(admin, merchantId, { count: 2_250, from, createdBy: [actor.userId] });
  const { rows } = await admin.query<{ id: string }>(
    `SELECT id FROM payment_links WHERE merchant_id = $1 ORDER BY ${order}`,
    [merchantId],
  );
  expect(rows.length).toBeGreaterThan(2_000);
  const ids = (await exported(merchant, { sort })).map(({ id }) => id);
  expect(ids).toEqual(rows.map(({ id }) => id));
  // These are found through the index of search keys first.
  expect((await exported(merchant, { sort, mode: "test" })).map(({ id }) => id)).toEqual(ids);
});

test("days are the merchant's own, both ends included, also when the clock changes", async () => {
  const merchant = await newMerchant("Bar Sol", "Europe/Madrid");
  await add(
    merchant,
    { description: "last of the 24th", createdAt: "2026-10-24T21:59:59.999Z" },
    { description: "first of the 25th", createdAt: "2026-10-24T22:00:00.000Z" },
    { description: "last of the 25th", createdAt: "2026-10-25T22:59:59.999Z" },
    { description: "first of the 26th", createdAt: "2026-10-25T23:00:00.000Z" },
  );
  const zone = "Europe/Madrid";
  const the25th = ["last of the 25th", "first of the 25th"];
  expect(await found(merchant, { from: "2026-10-25", to: "2026-10-25" }, zone)).toEqual(the25th);
  expect(await found(merchant, { to: "2026-10-24" }, zone)).toEqual(["last of the 24th"]);
  expect(await found(merchant, { from: "2026-10-26" }, zone)).toEqual(["first of the 26th"]);
  expect(await found(merchant, { from: "2026-10-25", to: "2026-10-25" }, "UTC")).toEqual([
    "first of the 26th",
    "last of the 25th",
  ]);
});

test("pages follow one another without gaps or repeats while links are added and read by others", async () => {
  const [merchant, neighbour] = [await newMerchant(), await newMerchant()];
  const total = historyPageSize * 3 + 7;
  const begin = Date.parse("2026-11-01T12:00:00Z");
  const at = (index: number) => new Date(begin + index * 1_000).toISOString();
  for (let index = 0; index < total; index++) {
    await add(merchant, { description: `link ${index}`, createdAt: at(index) });
    await add(neighbour, { description: "not mine", createdAt: at(index) });
  }
  const seen: string[] = [];
  let after: string | undefined;
  let pages = 0;
  do {
    const page = await historyPage(everyLink(merchant.merchantId), readableHistory({ after }), "UTC");
    expect(page.links.length).toBeLessThanOrEqual(historyPageSize);
    seen.push(...page.links.map(({ description }) => description ?? ""));
    after = page.nextAfter ?? undefined;
    pages += 1;
    await add(merchant, { description: "added meanwhile", createdAt: at(total + pages) });
  } while (after);
  expect(seen).toEqual(Array.from({ length: total }, (_, index) => `link ${total - 1 - index}`));
  expect(pages).toBe(4);
  expect((await found(merchant, {}))[0]).toBe("added meanwhile");
});

test("a full last page has no next one", async () => {
  const merchant = await newMerchant();
  await add(
    merchant,
    ...Array.from({ length: historyPageSize }, (_, index) => ({ description: `${index}` })),
  );
  const page = await historyPage(everyLink(merchant.merchantId), readableHistory({}), "UTC");
  expect([page.links.length, page.nextAfter]).toEqual([historyPageSize, null]);
});

test("another merchant's link as the place to go on from shows none of its rows", async () => {
  const [merchant, neighbour] = [await newMerchant(), await newMerchant()];
  await add(merchant, { description: "mine" });
  const [theirs] = await add(neighbour, { description: "theirs" });
  expect(await found(merchant, { after: theirs })).toEqual(["mine"]);
});

test("a file says where a code leads, who cancelled a link and why, and what replaces it", async () => {
  const merchant = await newMerchant();
  const { actor, merchantId } = merchant;
  const [poster = "", wrong = "", right = ""] = await add(
    merchant,
    ...["poster", "wrong", "right"].map((description) => ({
      description,
      upstreamId: `plink_${description}`,
    })),
  );
  await pointCode({ view: everyLink(merchantId), actor, id: poster, targetId: right });
  await cancelLink({ view: everyLink(merchantId), actor, id: wrong, reason: "wrong_details" });
  const [{ short_code: code } = {}] = await exported(merchant);
  await admin.query("UPDATE payment_links SET leads_to_code = $2 WHERE id = $1", [wrong, code]);
  const none = {
    points_to_code: "",
    cancelled_at: "",
    cancelled_by: "",
    cancel_reason: "",
    replaced_by_code: "",
  };
  expect(await exported(merchant)).toMatchObject([
    { description: "right", ...none },
    {
      ...{ description: "wrong", state: "cancelled", points_to_code: "", replaced_by_code: code },
      ...{ cancelled_at: expect.stringMatching(/^20/), cancelled_by: expect.stringMatching(/./) },
      cancel_reason: "wrong_details",
    },
    { description: "poster", ...none, points_to_code: code },
  ]);
});

/** Descriptions of the first page, newest first. */
async function found(
  { merchantId }: TestMerchant,
  query: Record<string, string | undefined>,
  timeZone = "UTC",
): Promise<string[]> {
  const { links } = await historyPage(everyLink(merchantId), readableHistory(query), timeZone);
  return links.map(({ description }) => description ?? "");
}

/** The rows of a file by the names of their columns. */
async function exported(
  { merchantId, actor }: TestMerchant,
  query: Query = {},
  style = csvForPrograms,
): Promise<Record<string, string>[]> {
  const filters = readableHistory(query);
  const view = everyLink(merchantId);
  const timeZone = "America/Costa_Rica";
  const text = await exportedText(await exportLinks({ view, actor, filters, timeZone }), { timeZone, style });
  const [head = [], ...rows] = text
    .replace("\uFEFF", "")
    .trimEnd()
    .split("\r\n")
    .map((line) => [...line.matchAll(cellPattern(style))].map(([, quoted, plain]) => quoted ?? plain ?? ""));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

function cellPattern({ separator }: CsvStyle): RegExp {
  return new RegExp(`(?:^|${separator})(?:"([^"]*)"|([^${separator}]*))`, "g");
}
