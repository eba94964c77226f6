import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Row } from "@/bin/seed/insert-rows";
import { everyLink, type LinkView } from "@/lib/core/link-view";
import { readCreatePage } from "@/lib/domain/link-templates/read-create-page";
import { beginAtOnce } from "@/lib/domain/payment-links/create/begin-at-once";
import { historyPage, lastPlace } from "@/lib/domain/payment-links/history/list-history";
import { type LinkOrder, linkOrders, placeText } from "@/lib/domain/payment-links/history/parse-filters";
import { readHistory } from "@/lib/domain/payment-links/history/read-history";
import { readLinkPage } from "@/lib/domain/payment-links/history/read-link-page";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertManyLinks } from "@/tests/fixtures/many-links";
import { insertMember } from "@/tests/fixtures/membership";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { freshDatabase } from "@/tests/support/database";
import { readableHistory } from "@/tests/support/filters";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { watchScans } from "@/tests/support/query-plans";

// A merchant with more links than are looked at one by one, so that what is old and rare is found through the index.

const { adminUrl } = await freshDatabase();
let admin: pg.Client;
let merchant: TestMerchant;
let neighbour: TestMerchant;
let jose: string;
const many = 1_800;
/** Links of another merchant, which no search of the first has to read: more than are ever looked at one by one. */
const manyOfNeighbour = 36_000;
const oldest = Date.parse("2026-01-05T12:00:00Z");
const ids = Array.from({ length: 4 }, (_, at) => uuidv7(oldest + at * 1_000));

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  merchant = await newMerchant();
  neighbour = await newMerchant();
  for (const { merchantId, actor, count } of [
    { ...merchant, count: many },
    { ...neighbour, count: manyOfNeighbour },
  ]) {
    await insertApiKey(admin, { merchant_id: merchantId, id: merchantId, active_mode: null });
    const from = new Date("2026-02-01T00:00:00Z");
    await insertManyLinks(admin, merchantId, { count, from, createdBy: [actor.userId] });
  }
  jose = await insertMember(admin, { name: "José Peña", merchant_id: merchant.merchantId, role: "cashier" });
  const rare = {
    description: "Torta de cumpleaños",
    amount_minor: 123_450,
    currency: "EUR",
    reference: "K7Q4",
  };
  const noted = { note: "Entregar en la puerta azul", tags: ["Boda civil", "urgente"] };
  const client = {
    customer_name: "Íñigo Ñúñez",
    customer_phone: "+50688887777",
    customer_reference: "PED-0042",
  };
  const rows: Row[] = [
    {
      id: ids[0],
      ...rare,
      upstream_id: "plink_8fq2xyz901",
      url: "https://pay.example/link/plink_8fq2xyz901",
    },
    { id: ids[1], description: "con nota", ...noted },
    { id: ids[2], description: "con cliente", ...client },
    {
      id: ids[3],
      description: "de otra persona",
      created_by_id: jose,
      state: "rejected",
      failure_code: "timeout",
    },
  ];
  for (const [at, row] of rows.entries()) {
    const created_at = new Date(oldest + at * 1_000);
    await insertPaymentLink(admin, {
      merchant_id: merchant.merchantId,
      created_by_id: merchant.actor.userId,
      ...row,
      created_at,
    });
  }
  await admin.query("ANALYZE payment_links");
});
afterAll(() => admin.end());

describe("what is old and rare is found among many", () => {
  test.each<[string, number]>([
    ...(
      ["torta cumpleanos", "CUMPLEAÑOS torta", "cumplean\u0303os", "pleaño", "1.234,50", "€1,234.50"] as const
    ).map((q): [string, number] => [q, 0]),
    ...(
      ["ref k7q4", "PLINK_8FQ2XYZ901", "xyz901", "https://pay.example/link/plink_8fQ2xyz901?a=1"] as const
    ).map((q): [string, number] => [q, 0]),
    ["pay.example/link/plink_8fq2x", 0],
    ["torta €", 0],
    ["puerta azul", 1],
    ["boda", 1],
    ["urgente nota", 1],
    ["inigo nunez", 2],
    ["8888-7777", 2],
    ["8888 7777", 2],
    ["+506 8888 7777", 2],
    ["ped-0042", 2],
    ["pena otra", 3],
    ["zú", 1],
  ])("%s", async (q, at) => {
    const { links, isClose, totals } = await page({ q });
    expect(links.map(({ id }) => id)).toEqual([ids[at]]);
    expect(isClose).toBe(false);
    expect(totals).toMatchObject({ count: 1 });
  });

  test("its id, and the address of its page", async () => {
    for (const q of [ids[0] ?? "", `https://cobro.example/m/luna/links/${ids[0]}`]) {
      expect((await page({ q })).links.map(({ id }) => id)).toEqual([ids[0]]);
    }
    expect((await page({ q: `${ids[0]} nota` })).links).toEqual([]);
  });

  test.each<[string, string, number]>([
    ["a wrong letter", "cumpleamos", 0],
    ["a missing one", "cumpleaos", 0],
    ["one too many", "cumplleaños", 0],
    ["two swapped", "cumlpeaños", 0],
    ["in one word of two", "torta cunpleanos", 0],
    ["in the middle of a short word", "tosta", 0],
    ["at its start", "xorta", 0],
    ["at its end", "torts", 0],
    ["a missing one in a short word", "trta", 0],
    ["one too many in a short word", "toerta", 0],
    ["two swapped in a short word", "trota", 0],
    ["in a longer one", "puetra azul", 1],
    ["in four letters", "civil bofa", 1],
    ["swapped in four letters", "civil bdoa", 1],
    ["missing in four letters", "nñez", 2],
    ["in the middle of eight letters", "entrgear", 1],
    ["in the name of who created it", "jsoe otra", 3],
  ])("with %s", async (_, q, at) => {
    const { links, isClose } = await page({ q });
    expect(links.map(({ id }) => id)).toEqual([ids[at]]);
    expect(isClose).toBe(true);
  });

  test.each([
    "unicornio",
    "unicornio azul",
    "xk",
    "zz99",
    "pay.example/nowhere",
    "JPY 1.234,50",
    "nota boda cumpleanos",
  ])("and nothing by %s", async (q) => {
    expect(await page({ q })).toMatchObject({ links: [], isClose: false, totals: { count: 0 } });
  });

  test("by filters alone, and together with a search", async () => {
    for (const [query, at] of [
      [{ currency: "EUR" }, 0],
      [{ tag: "BODA CIVIL" }, 1],
      [{ tag: "#boda civil" }, 1],
      [{ state: "rejected" }, 3],
      [{ creator: jose }, 3],
      [{ min: "1 234,00", max: "€1300" }, 0],
      [{ q: "con", tag: "urgente" }, 1],
    ] as const) {
      expect((await page(query)).links.map(({ id }) => id)).toEqual([ids[at]]);
    }
    expect((await page({ tag: "boda" })).links).toEqual([]);
    expect((await page({ to: "2026-01-31" })).links.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  test("nothing of a neighbour's", async () => {
    const other = await newMerchant();
    const { links } = await historyPage(everyLink(other.merchantId), readableHistory({ q: "torta" }), "UTC");
    expect(links).toEqual([]);
  });
});

describe("pages", () => {
  test.each(["newest", "oldest", "highest", "lowest"] as const)(
    "in the order %s: there and back again, and the last one at once",
    async (sort) => {
      const query = { sort, q: "sopa" };
      const seen: string[][] = [];
      let after: string | null = null;
      do {
        const { links, nextAfter, ...rest } = await page({ ...query, ...(after && { after }) });
        expect(rest.totals).toMatchObject({ count: many / 20 });
        seen.push(links.map(({ id }) => id));
        after = nextAfter;
      } while (after);
      expect(seen.flat()).toHaveLength(many / 20);
      expect(new Set(seen.flat()).size).toBe(many / 20);
      const last = await page({ ...query, before: lastPlace(sort) });
      expect(last.links.map(({ id }) => id)).toEqual(seen.flat().slice(-30));
      expect(last.nextAfter).toBeNull();
      const back: string[][] = [];
      let before = last.previousBefore;
      while (before) {
        const { links, previousBefore } = await page({ ...query, before });
        back.unshift(links.map(({ id }) => id));
        before = previousBefore;
      }
      expect([...back.flat(), ...last.links.map(({ id }) => id)]).toEqual(seen.flat());
    },
  );

  test("stay as they are while links arrive", async () => {
    const { nextAfter, links } = await page({ q: "sopa" });
    const second = await page({ q: "sopa", after: nextAfter ?? "" });
    await insertPaymentLink(admin, {
      merchant_id: merchant.merchantId,
      created_by_id: merchant.actor.userId,
      description: "sopa nueva",
    });
    expect((await page({ q: "sopa", after: nextAfter ?? "" })).links).toEqual(second.links);
    const back = await page({ q: "sopa", before: second.previousBefore ?? "" });
    expect(back.links).toEqual(links);
    await admin.query("DELETE FROM payment_links WHERE description = 'sopa nueva'");
  });
});

test("what a search amounts to is said by currency", async () => {
  expect((await page({ q: "cumpleanos" })).totals).toEqual({
    count: 1,
    sums: [{ currency: "EUR", amountMinor: 123_450 }],
  });
  const { rows } = await admin.query(
    `SELECT currency, count(*)::int AS count, sum(amount_minor)::int AS sum FROM payment_links
     WHERE merchant_id = $1 AND description LIKE 'sopa%' GROUP BY currency ORDER BY count DESC`,
    [merchant.merchantId],
  );
  expect((await page({ q: "sopa" })).totals).toEqual({
    count: many / 20,
    sums: rows.map(({ currency, sum }) => ({ currency, amountMinor: sum })),
  });
  expect((await page({})).totals).toBeNull();
});

test("more than can be counted is said as more than that, once enough of them are seen", async () => {
  expect((await page({ q: "mesa" }, neighbour)).totals).toEqual({ moreThan: 5_000 });
  // As if Postgres knew of millions, of which a twentieth is too many to be found through the index.
  await admin.query(
    "SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', 'payment_links', 'reltuples', 4e6::real)",
  );
  try {
    const scans = await watchScans(admin, async () => {
      const { totals } = await page({ q: "sopa" }, neighbour);
      expect(totals).toEqual({ moreThan: expect.closeTo(500, -2) });
    });
    expect(Math.max(...scans.map(({ rows }) => rows))).toBeLessThan(12_000);
  } finally {
    await admin.query("ANALYZE payment_links");
  }
});

test("no search and no page reads a merchant's table from end to end", async () => {
  const mostLookedAt = 20_000;
  const { rows } = await admin.query(
    "SELECT id, amount_minor FROM payment_links WHERE merchant_id = $1 ORDER BY amount_minor DESC OFFSET $2 LIMIT 1",
    [neighbour.merchantId, 0.9 * manyOfNeighbour],
  );
  const deep = placeText({ id: rows[0].id, amountMinor: Number(rows[0].amount_minor) }, "highest");
  for (const query of [
    {},
    { before: lastPlace("newest") },
    { sort: "highest" },
    { q: "unicornio azul" },
    { q: "sopa" },
    { q: "K7Q4" },
    { q: "cumpleamos" },
    { q: "1.234,50" },
    { currency: "EUR", state: "open" },
    { tag: "urgente" },
    { from: "2026-01-05", to: "2026-01-05" },
    { min: "9999" },
    { max: "0.5" },
    { sort: "lowest", before: lastPlace("lowest") },
    { sort: "highest", after: deep },
  ]) {
    const scans = await watchScans(admin, async () => {
      await page(query, neighbour);
    });
    const ofLinks = scans.filter(({ table }) => table === "payment_links");
    expect(ofLinks).not.toEqual([]);
    expect(ofLinks.filter(({ type, rows }) => type === "Seq Scan" || rows > mostLookedAt)).toEqual([]);
  }
});

// As among ten million links: the sample that Postgres takes of them has none of a small merchant's.
test("a search asks its index also where Postgres believes that the merchant has hardly a link", async () => {
  const set = `SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', 'payment_links', 'attname', 'merchant_id',
    'inherited', false, 'null_frac', 0::real, 'avg_width', 16, 'n_distinct', 1::real,
    'most_common_vals', '{${neighbour.merchantId}}', 'most_common_freqs', '{1.0}'::real[])`;
  await admin.query(set);
  try {
    const scans = await watchScans(admin, async () => {
      for (const q of ["unicornio", "K7Q4", "tortas"]) await page({ q });
    });
    const ofSearches = scans.filter(({ query }) => query.includes("link_search_keys"));
    expect(ofSearches.length).toBeGreaterThan(2);
    expect(ofSearches.filter(({ type, rows }) => type !== "Bitmap Heap Scan" || rows > 10)).toEqual([]);
  } finally {
    await admin.query("ANALYZE payment_links");
  }
});

// What pages need is asked with prepared statements, whose plans Postgres may keep for all merchants.
test("no page whose plans are for all merchants reads more", async () => {
  const { database } = admin;
  const mode = "test";
  const settings = { timeZone: "UTC", defaultCurrency: "USD" };
  const readPages = async (view: LinkView, userId: string, sort: LinkOrder) => {
    const asked = { merchant: settings, userId };
    const { page } = await readHistory(view, { filters: readableHistory({ sort }), ...asked });
    await readHistory(view, { filters: readableHistory({ sort, before: lastPlace(sort) }), ...asked });
    await readLinkPage(view, page?.links[0]?.id ?? userId);
    await readCreatePage({ view, userId, from: null }, { mode, ...settings });
  };
  const begin = ({ merchantId, actor }: TestMerchant) => {
    const [intentId, description] = [crypto.randomUUID(), crypto.randomUUID()];
    const link = { amountMinor: 100, currency: "USD", description } as const;
    const key = { apiKeyId: merchantId, requestHash: Buffer.from(intentId), timeoutMs: 1_000 };
    const creation = { references: true, linkExpiry: "none", name: "Luna", linksPerHour: 100 } as const;
    const beginning = { merchantId, actor, mode, intentId, link, ...key } as const;
    return beginAtOnce(beginning, { ...settings, ...creation });
  };
  await admin.query(`ALTER DATABASE ${database} SET plan_cache_mode = force_generic_plan`);
  try {
    for (const one of [merchant, neighbour]) {
      const { merchantId, actor } = one;
      const scans = await watchScans(admin, async () => {
        for (const sort of linkOrders) await readPages(everyLink(merchantId), actor.userId, sort);
        await readPages({ merchantId, onlyBy: jose }, jose, "newest");
        expect((await begin(one)).begun).not.toBeNull();
      });
      const ofLinks = scans.filter(({ table }) => table === "payment_links");
      expect(ofLinks.length).toBeGreaterThan(40);
      expect(ofLinks.filter(({ type, rows }) => type === "Seq Scan" || rows > 300)).toEqual([]);
    }
  } finally {
    await admin.query(`ALTER DATABASE ${database} RESET plan_cache_mode`);
  }
});

function page(query: Record<string, string>, of = merchant) {
  return historyPage(everyLink(of.merchantId), readableHistory(query), "UTC");
}
