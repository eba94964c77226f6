import { beforeAll, expect, test } from "vitest";
import { type HistoryFilters, parseHistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { readHistory } from "@/lib/domain/payment-links/history/read-history";
import { createView } from "@/lib/domain/payment-links/saved-views/create-view";
import { removeView } from "@/lib/domain/payment-links/saved-views/remove-view";
import { mostViews, viewQuery } from "@/lib/domain/payment-links/saved-views/schema";
import { freshDatabase } from "@/tests/support/database";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";
import { newMember } from "@/tests/support/team";

await freshDatabase();

let merchant: TestMerchant;

beforeAll(async () => {
  merchant = await newMerchant();
});

const filters = read({ q: "torta", state: "open" });

function read(query: Record<string, string>): HistoryFilters {
  const parsed = parseHistoryFilters(query);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function save(name: string, changes: { filters?: HistoryFilters; userId?: string } = {}) {
  const { merchantId, actor } = merchant;
  return createView({ merchantId, userId: actor.userId, name, filters, ...changes });
}

async function readViews(userId: string) {
  const view = { merchantId: merchant.merchantId, onlyBy: null };
  const asked = { filters: null, merchant: { timeZone: "UTC", defaultCurrency: "USD" }, userId };
  return (await readHistory(view, asked)).views;
}

async function names(userId: string): Promise<string[]> {
  return (await readViews(userId)).map(({ name }) => name);
}

test("a view is its person's alone, has one name, and is removed by nobody else", async () => {
  const colleague = await newMember(merchant, "admin");
  const own = merchant.actor.userId;
  expect(await save("Tortas abiertas")).toMatchObject({ ok: true });
  expect(await save("  Tortas abiertas ")).toEqual({ ok: false, code: "view_name_taken" });
  expect(await save("Tortas abiertas", { userId: colleague.id })).toMatchObject({ ok: true });
  const { merchantId } = merchant;
  const [view] = await readViews(own);
  expect(view?.query).toBe("q=torta&state=open");
  await removeView({ merchantId, userId: colleague.id, id: view?.id ?? "" });
  expect(await names(own)).toEqual(["Tortas abiertas"]);
  await removeView({ merchantId, userId: own, id: view?.id ?? "" });
  expect([await names(own), await names(colleague.id)]).toEqual([[], ["Tortas abiertas"]]);
});

test("what cannot be a view is refused with a reason, and there are only so many", async () => {
  const { id: userId } = await newMember(merchant, "cashier");
  const refused: [string, HistoryFilters, string][] = [
    [" ", filters, "view_name_missing"],
    ["x".repeat(41), filters, "view_name_too_long"],
    ["a\u202Eb", filters, "view_name_unprintable"],
    ["All", read({}), "view_empty"],
    ["All, and a page", read({ sort: "newest", after: crypto.randomUUID() }), "view_empty"],
    ["Long", read({ q: "🍰".repeat(200) }), "view_query_too_long"],
  ];
  for (const [name, those, code] of refused)
    expect(await save(name, { userId, filters: those })).toEqual({ ok: false, code });
  for (let at = 0; at < mostViews; at += 1) await save(`View ${at}`, { userId });
  expect(await save("One more", { userId })).toEqual({ ok: false, code: "too_many_views" });
  expect(await names(userId)).toHaveLength(mostViews);
});

test("the same filters are the same view, in whatever order they are given, on whatever page", () => {
  const place = crypto.randomUUID();
  const one = viewQuery(read({ state: "OPEN", q: " torta ", sort: "newest", after: place }));
  expect(one).toBe(viewQuery(read({ q: "torta", state: "open" })));
  expect(viewQuery(read({ min: "10", sort: "highest" }))).toBe("min=10&sort=highest");
});
