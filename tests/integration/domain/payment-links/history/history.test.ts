import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyLink } from "@/lib/core/link-view";
import { historyPage, historyPageSize } from "@/lib/domain/payment-links/history/list-history";
import { parseHistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { uuidv7 } from "@/lib/platform/uuidv7";
import { insertPaymentLink } from "@/tests/fixtures/payment-link";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
});
afterAll(() => admin.end());

type Row = {
  description: string;
  amountMinor?: number;
  currency?: string;
  mode?: string;
  state?: "ready" | "rejected" | "unknown";
  createdAt?: string;
  upstreamId?: string;
  reference?: string;
};

describe("search", () => {
  test("finds a part of the description in any letter case, and takes % and _ and \\ as they are", async () => {
    const merchant = await newMerchant();
    await add(
      merchant,
      { description: "100% cotton" },
      { description: "100 cotton" },
      { description: "A_B" },
    );
    await add(
      merchant,
      { description: "AxB" },
      { description: "back\\slash" },
      { description: "CAFÉ Ñandú" },
    );
    expect(await found(merchant, { q: "100%" })).toEqual(["100% cotton"]);
    expect(await found(merchant, { q: "a_b" })).toEqual(["A_B"]);
    expect(await found(merchant, { q: "k\\s" })).toEqual(["back\\slash"]);
    expect(await found(merchant, { q: "%" })).toEqual(["100% cotton"]);
    expect(await found(merchant, { q: "café ñ" })).toEqual(["CAFÉ Ñandú"]);
    expect(await found(merchant, { q: "COTTON" })).toEqual(["100 cotton", "100% cotton"]);
    expect(await found(merchant, { q: "'; DROP TABLE payment_links; --" })).toEqual([]);
  });

  test("finds an amount however it is written, an upstream id, an address and a reference", async () => {
    const merchant = await newMerchant();
    const upstreamId = `plink_${crypto.randomUUID().slice(0, 8)}`;
    await add(merchant, { description: "rent", amountMinor: 123_450, upstreamId, reference: "K7Q4" });
    await add(merchant, { description: "other", amountMinor: 123_451 }, { description: "room 1234.50" });
    expect(await found(merchant, { q: "1.234,50" })).toEqual(["rent"]);
    expect(await found(merchant, { q: "$1,234.50" })).toEqual(["rent"]);
    expect(await found(merchant, { q: "1234.50" })).toEqual(["room 1234.50", "rent"]);
    for (const q of ["1'234.50", "\u202d1,234.50\u202c", "USD 1,234.50", "1,234.500", "１２３４．５０"]) {
      expect(await found(merchant, { q }), q).toContain("rent");
    }
    expect(await found(merchant, { q: upstreamId })).toEqual(["rent"]);
    expect(await found(merchant, { q: `https://pay.example/link/${upstreamId}` })).toEqual(["rent"]);
    expect(await found(merchant, { q: "ref k7q4" })).toEqual(["rent"]);
  });
});

test("an amount that can be read in several ways finds all of them, in the currency that it names", async () => {
  const merchant = await newMerchant();
  await add(
    merchant,
    { description: "small", amountMinor: 150, currency: "CRC" },
    { description: "thousands", amountMinor: 150_000, currency: "CRC" },
    { description: "dollars", amountMinor: 150_000, currency: "USD" },
    { description: "pesos", amountMinor: 150_000, currency: "COP" },
    { description: "millions", amountMinor: 150_000_000, currency: "COP" },
  );
  const finds = async (q: string) => (await found(merchant, { q })).sort();
  expect(await finds("1.500")).toEqual(["dollars", "pesos", "small", "thousands"]);
  expect(await finds("₡1.500")).toEqual(["small", "thousands"]);
  expect(await finds("$1500")).toEqual(["dollars", "pesos"]);
  expect(await finds("usd 1500")).toEqual(["dollars"]);
  expect(await finds("1'500.000")).toEqual(["dollars", "millions", "pesos", "thousands"]);
  expect(await finds("COP 1'500.000")).toEqual(["millions", "pesos"]);
  expect(await finds("JPY 1500")).toEqual([]);
  expect(await finds("1.500.00")).toEqual(["dollars", "pesos", "thousands"]);
});

test("filters narrow together, and what makes no sense is no filter", async () => {
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
  const nonsense = {
    mode: "x",
    state: "'",
    currency: "EURO",
    creator: "1",
    from: "2026-02-30",
    to: "soon",
    after: "x",
  };
  expect(await found(merchant, nonsense)).toHaveLength(4);
  expect(await found(merchant, { from: "0000-01-01", to: "9999-12-31" })).toHaveLength(4);
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
    const page = await historyPage(everyLink(merchant.merchantId), parseHistoryFilters({ after }), "UTC");
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
  const page = await historyPage(everyLink(merchant.merchantId), parseHistoryFilters({}), "UTC");
  expect([page.links.length, page.nextAfter]).toEqual([historyPageSize, null]);
});

test("another merchant's link as the place to go on from shows none of its rows", async () => {
  const [merchant, neighbour] = [await newMerchant(), await newMerchant()];
  await add(merchant, { description: "mine" });
  const [theirs] = await add(neighbour, { description: "theirs" });
  expect(await found(merchant, { after: theirs })).toEqual(["mine"]);
});

/** Descriptions of the first page, newest first. */
async function found(
  { merchantId }: TestMerchant,
  query: Record<string, string | undefined>,
  timeZone = "UTC",
): Promise<string[]> {
  const { links } = await historyPage(everyLink(merchantId), parseHistoryFilters(query), timeZone);
  return links.map(({ description }) => description ?? "");
}

let clock = Date.parse("2026-11-20T12:00:00Z");

/** Writes links as they stand after being made, and answers their ids. Without a time, each is a second newer. */
async function add(merchant: TestMerchant, ...rows: Row[]): Promise<string[]> {
  const { merchantId, actor } = merchant;
  await admin.query(
    `INSERT INTO api_keys (merchant_id, id, mode, last4, sealed, master_key_id, fingerprint, connected_by_id)
     VALUES ($1, $1, 'test', 'abcd', '\\x01', 'k1', '\\x02', $2) ON CONFLICT DO NOTHING`,
    [merchantId, actor.userId],
  );
  const ids: string[] = [];
  for (const row of rows) ids.push(await addOne(merchant, row));
  return ids;
}

async function addOne({ merchantId, actor }: TestMerchant, row: Row): Promise<string> {
  clock += 1_000;
  const createdAt = row.createdAt ?? new Date(clock).toISOString();
  const id = uuidv7(Date.parse(createdAt));
  const { amountMinor = 100, currency = "USD", mode = "test", state = "ready", reference = null } = row;
  await insertPaymentLink(admin, {
    ...{ merchant_id: merchantId, id, mode, api_key_id: merchantId, state, created_by_id: actor.userId },
    ...{
      amount_minor: amountMinor,
      currency,
      description: row.description,
      reference,
      created_at: createdAt,
    },
    ...(row.upstreamId && {
      upstream_id: row.upstreamId,
      url: `https://pay.example/link/${row.upstreamId}`,
    }),
    failure_code: state === "ready" ? null : "timeout",
  });
  return id;
}
