import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readLinkCode } from "@/lib/core/link-code";
import { everyLink } from "@/lib/core/link-view";
import { findPaymentLink } from "@/lib/domain/payment-links/history/list-history";
import { recordOpening } from "@/lib/domain/payment-links/openings/record-opening";
import { toShownState } from "@/lib/domain/payment-links/schema";
import { asResolver } from "@/lib/domain/payment-links/short/code-store";
import { createMissingCodes } from "@/lib/domain/payment-links/short/create-codes";
import { resolveCode } from "@/lib/domain/payment-links/short/resolve-code";
import { disconnect, readTogether } from "@/lib/platform/db";
import { freshDatabase } from "@/tests/support/database";
import { linkRows } from "@/tests/support/link-rows";
import { newMerchant, type TestMerchant } from "@/tests/support/merchants";

const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
const addLinks = linkRows(admin);

let merchant: TestMerchant;
let id: string;
let code: string;

beforeAll(() => admin.connect());
afterAll(async () => {
  await admin.end();
  await disconnect();
});
beforeEach(async () => {
  merchant = await newMerchant();
  [id = ""] = await addLinks(merchant, { description: "Torta" });
  code = await findCode();
});

const find = () => findPaymentLink(everyLink(merchant.merchantId), id);
const findCode = async () => (await find())?.code ?? "";
const none = { kind: "none" };

test("every new link has a code of its own, random in each of its places", async () => {
  const { rows } = await admin.query<{ code: string }>(
    "SELECT new_link_code() AS code FROM generate_series(1, 20000)",
  );
  expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  expect(rows.every((row) => readLinkCode(row.code) === row.code)).toBe(true);
  for (let place = 0; place < 12; place += 1) {
    expect(new Set(rows.map((row) => row.code[place])).size, `place ${place}`).toBe(32);
  }
});

test("a code leads to its link; one that never was, and one of a closed business, to nothing", async () => {
  expect(await resolveCode(code)).toEqual({ kind: "found", url: (await find())?.url, code });
  expect(await resolveCode("000000000000")).toEqual(none);
  await admin.query("UPDATE merchants SET slug = $2, name = 'Otro' WHERE merchant_id = $1", [
    merchant.merchantId,
    `new-${merchant.slug}`.slice(0, 40),
  ]);
  expect(await resolveCode(code)).toMatchObject({ kind: "found" });
  await admin.query("UPDATE merchants SET disabled_at = now() WHERE merchant_id = $1", [merchant.merchantId]);
  expect(await resolveCode(code)).toEqual(none);
});

test("a link that was never created, or whose match was undone, leads to nothing", async () => {
  const [refused] = await addLinks(merchant, { description: "No", state: "rejected" });
  const { rows } = await admin.query("SELECT code FROM payment_links WHERE id = $1", [refused]);
  expect(await resolveCode(rows[0].code)).toEqual(none);
});

test("a link from before there were codes gets one when it is shared, and only one", async () => {
  await admin.query("UPDATE payment_links SET code = NULL WHERE id = $1", [id]);
  const link = await find();
  if (!link) throw new Error("no link");
  const view = everyLink(merchant.merchantId);
  const both = await Promise.all([createMissingCodes(view, [link]), createMissingCodes(view, [link])]);
  const codes = both.flat().map((one) => one.code);
  expect(new Set([...codes, await findCode()]).size).toBe(1);
  expect(await resolveCode(codes[0] ?? "")).toMatchObject({ kind: "found" });
});

test("the role sees the link of the code that is set, its business's name, and nothing else", async () => {
  const other = await newMerchant();
  await addLinks(other, { description: "Ajeno" });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const rows = async (sql: string) => (await client.query(sql)).rowCount;
  await client.query("SET ROLE cobro_resolver");
  expect(await rows("SELECT id FROM payment_links")).toBe(0);
  await client.query("SELECT set_config('app.link_code', $1, false)", [code]);
  expect([await rows("SELECT id FROM payment_links"), await rows("SELECT name FROM merchants")]).toEqual([
    1, 1,
  ]);
  for (const refused of [
    "SELECT description, customer_phone FROM payment_links",
    "SELECT slug FROM merchants",
    "SELECT * FROM memberships",
    "SELECT * FROM audit_events",
    "UPDATE payment_links SET code = NULL",
    "DELETE FROM payment_links",
  ]) {
    await expect(client.query(refused), refused).rejects.toThrow(/permission denied/);
  }
  const { rows: plan } = await client.query(
    `EXPLAIN SELECT link.url, m.name FROM payment_links link JOIN merchants m USING (merchant_id) WHERE link.code = '${code}'`,
  );
  await client.end();
  expect(JSON.stringify(plan)).toContain("payment_links_code_idx");
});

test("openings are counted, the first and the last remembered, and a flood of them writes little", async () => {
  const opened = async () => {
    const { rows } = await admin.query(
      "SELECT opened_count AS count, first_opened_at AS first, last_opened_at AS last, xmin FROM payment_links WHERE id = $1",
      [id],
    );
    return rows[0];
  };
  await recordOpening(code);
  const once = await opened();
  expect(once).toMatchObject({ count: 1, first: once.last });
  await Promise.all(Array.from({ length: 5_000 }, () => recordOpening(code)));
  const flooded = await opened();
  expect(flooded.count).toBeLessThanOrEqual(50);
  expect(flooded.count).toBeGreaterThan(1);
  expect([flooded.first, flooded.last > once.last]).toEqual([once.first, true]);
  const link = await find();
  expect(link && toShownState(link)).toBe("opened");
  await recordOpening("000000000000");
});

test("whoever has a code can count its openings, and change neither anything else nor another link", async () => {
  const [otherId] = await addLinks(merchant, { description: "Otra" });
  const as = (statement: string) => readTogether(asResolver(code), { text: statement, values: [] });
  for (const column of [
    "url = 'https://x.example'",
    "amount_minor = 1",
    "cancelled_at = now()",
    "code = 'a'",
  ])
    await expect(as(`UPDATE payment_links SET ${column}`), column).rejects.toThrow("permission denied");
  await as("UPDATE payment_links SET opened_count = 9, first_opened_at = now(), last_opened_at = now()");
  const { rows } = await admin.query("SELECT id FROM payment_links WHERE opened_count > 0 AND id = ANY($1)", [
    [id, otherId],
  ]);
  expect(rows).toEqual([{ id }]);
});
