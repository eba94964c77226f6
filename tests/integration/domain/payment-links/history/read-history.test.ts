import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Query } from "@/lib/core/filters";
import type { LinkView } from "@/lib/core/link-view";
import { historyPage, historyPageSize, lastPlace } from "@/lib/domain/payment-links/history/list-history";
import type { LinkOrder } from "@/lib/domain/payment-links/history/parse-filters";
import { readHistory } from "@/lib/domain/payment-links/history/read-history";
import { insertMember } from "@/tests/fixtures/membership";
import { freshDatabase } from "@/tests/support/database";
import { readableHistory } from "@/tests/support/filters";
import { linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const merchant = { timeZone: "UTC", defaultCurrency: "EUR" };
const cashier = randomUUID();
let shop: TestMerchant;

beforeAll(async () => {
  shop = await newMerchant();
  const other = await newMerchant();
  await insertMember(admin, { id: cashier, name: "Eva", merchant_id: shop.merchantId, role: "cashier" });
  const add = linkRows(admin);
  await add(other, { description: "not theirs" });
  for (let at = 0; at < historyPageSize + 5; at += 1) {
    const by = at % 2 === 0 ? {} : { createdById: cashier };
    await add(shop, { ...by, description: `link ${at}`, amountMinor: 1 + ((at * 7) % 50) });
  }
});

test.each<{ sort?: LinkOrder }>([{}, { sort: "oldest" }, { sort: "highest" }, { sort: "lowest" }])(
  "the history without filters, asked for in one go, is that of the transaction: %j",
  async (query) => {
    for (const onlyBy of [null, cashier]) {
      const view = { merchantId: shop.merchantId, onlyBy };
      const first = await expectSame(view, query);
      if (first?.nextAfter) await expectSame(view, { ...query, after: first.nextAfter });
      const last = await expectSame(view, { ...query, before: lastPlace(query.sort ?? "newest") });
      // Less than a page is before it, so that the first one is shown.
      if (last?.previousBefore) await expectSame(view, { ...query, before: last.previousBefore });
    }
  },
);

const lastId = "00000000-0000-0000-0000-000000000000";

test.each<Query>([
  { after: lastId },
  { sort: "highest", after: `0_${lastId}` },
  { q: "link", sort: "lowest", after: `99999_${lastId}` },
])("a page after the last link is the last page: %j", async (query) => {
  const { page } = await read({ merchantId: shop.merchantId, onlyBy: null }, query);
  expect(page?.links).toHaveLength(historyPageSize);
  expect(page).toMatchObject({ nextAfter: null, previousBefore: expect.any(String) });
});

test.each<[Query, number]>([
  [{}, 1],
  [{ sort: "highest" }, 1],
  // With the page come the totals of what narrows it, and with what the filters offer the words of a search.
  [{ currency: "USD", state: "open", creator: cashier, from: "2020-01-01", min: "0.01" }, 1],
  [{ q: "link" }, 2],
  [{ q: "nothing" }, 3],
])("%j is asked for in %i messages", async (query, messages) => {
  const asking = vi.spyOn(pg.Client.prototype, "query");
  try {
    await read({ merchantId: shop.merchantId, onlyBy: null }, query);
    expect(asking).toHaveBeenCalledTimes(messages);
  } finally {
    asking.mockRestore();
  }
});

test("it names the team, and nobody to somebody who sees only their own links", async () => {
  const all = await read({ merchantId: shop.merchantId, onlyBy: null });
  expect(all.creators.map(({ name }) => name)).toContain("Eva");
  expect(all.usedCurrencies[0]).toBe("EUR");
  const own = await read({ merchantId: shop.merchantId, onlyBy: cashier });
  expect(own.creators).toEqual([]);
  expect(own.page?.links.map(({ createdBy }) => createdBy?.name)).toEqual(Array(17).fill("Eva"));
});

function read(view: LinkView, query: Query = {}) {
  return readHistory(view, { filters: readableHistory(query), merchant, userId: cashier });
}

async function expectSame(view: LinkView, query: Query) {
  const { page } = await read(view, query);
  expect(await historyPage(view, readableHistory(query), "UTC")).toMatchObject({ ...page });
  return page;
}
