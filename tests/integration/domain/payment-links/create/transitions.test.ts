import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statesBefore, transitions } from "@/lib/domain/payment-links/create/transitions";
import { linkStates } from "@/lib/domain/payment-links/schema";
import { freshDatabase } from "@/tests/support/database";
import { insertTenant } from "@/tests/support/tenant-rows";

// The life of a link is written down twice: as data in the code, and in a trigger. Here the trigger is asked, with raw
// SQL and the rights that the portal has.

const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
/** Signed in as the app is; `app` below gives it the role and the merchant that it works with. */
const owner = new pg.Client({ connectionString: url });

const refused = { code: "23514" };
/** Whatever the state, the row's other columns are ones that it may have with it. */
const content = {
  url: "https://pay.example/1",
  failure_code: "timeout",
  lease_until: "2030-01-01T00:00:00Z",
};
let merchantId: string;
let portalRow: Record<string, unknown>;

beforeAll(async () => {
  await Promise.all([admin.connect(), owner.connect()]);
  ({ merchantId } = await insertTenant(admin));
  const { rows } = await admin.query("SELECT * FROM payment_links WHERE merchant_id = $1", [merchantId]);
  portalRow = rows[0];
});
afterAll(() => Promise.all([admin.end(), owner.end()]));

describe.each(linkStates)("from %s", (from) => {
  test.each(linkStates)("to %s", async (to) => {
    const id = await placed({ state: from });
    const change = app("UPDATE payment_links SET state = $2::link_state WHERE id = $1", [id, to]);
    const isAllowed = from === to || transitions[from].some((next) => next === to);
    if (isAllowed) expect((await change).rowCount).toBe(1);
    else await expect(change).rejects.toMatchObject(refused);
    expect(isAllowed).toBe(from === to || statesBefore(to).includes(from));
    expect(await getState(id)).toBe(isAllowed ? to : from);
  });
});

describe.each(["portal", "external"])("a %s link", (origin) => {
  test.each(linkStates)("begins as %s only where that is its beginning", async (state) => {
    const insert = inserted({ origin, state });
    const beginning = origin === "portal" ? "sending" : "ready";
    if (state === beginning) expect((await insert).rowCount).toBe(1);
    else await expect(insert).rejects.toMatchObject(refused);
  });
});

const sentContent: [column: string, other: unknown][] = [
  ["origin", "external"],
  ["mode", "live"],
  ["intent_id", randomUUID()],
  ["request_hash", Buffer.from("other")],
  ["amount_minor", 101],
  ["currency", "EUR"],
  ["description", "Something else"],
  ["reference", "K7Q4"],
];

describe.each(linkStates)("what was sent stays while %s", (state) => {
  test.each(sentContent)("%s", async (column, other) => {
    const id = await placed({ state });
    const change = app(`UPDATE payment_links SET ${column} = $2 WHERE id = $1`, [id, other]);
    await expect(change).rejects.toMatchObject(refused);
  });

  test("the key", async () => {
    const id = await placed({ state });
    const { rows } = await admin.query(
      `INSERT INTO api_keys SELECT (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(), 'active_mode', NULL))).*
       FROM api_keys k WHERE merchant_id = $1 LIMIT 1 RETURNING id`,
      [merchantId],
    );
    const change = app("UPDATE payment_links SET api_key_id = $2 WHERE id = $1", [id, rows[0].id]);
    await expect(change).rejects.toMatchObject(refused);
  });
});

test.each(["portal", "external"])("a ready %s link keeps its address", async (origin) => {
  const id = await placed({ state: "ready", origin });
  for (const column of ["url", "upstream_id"]) {
    const change = app(`UPDATE payment_links SET ${column} = 'https://pay.example/2' WHERE id = $1`, [id]);
    await expect(change).rejects.toMatchObject(refused);
  }
});

test("what is unknown of a link made elsewhere can be written down", async () => {
  const id = await placed({ state: "ready", origin: "external", amount_minor: null, currency: null });
  const describe =
    "UPDATE payment_links SET amount_minor = 5, currency = 'USD', description = 'x' WHERE id = $1";
  expect((await app(describe, [id])).rowCount).toBe(1);
});

test.each(linkStates)("a portal link that is %s is never deleted", async (state) => {
  const id = await placed({ state });
  expect((await app("DELETE FROM payment_links WHERE id = $1", [id])).rowCount).toBe(0);
  expect(await getState(id)).toBe(state);
});

test("a link made elsewhere can be deleted, in favour of our own row", async () => {
  const id = await placed({ state: "ready", origin: "external" });
  expect((await app("DELETE FROM payment_links WHERE id = $1", [id])).rowCount).toBe(1);
  expect(await getState(id)).toBeUndefined();
});

test("a bulk change is checked row by row", async () => {
  const ids = [await placed({ state: "sending" }), await placed({ state: "ready" })];
  const change = app("UPDATE payment_links SET state = 'unknown' WHERE id = ANY($1)", [ids]);
  await expect(change).rejects.toMatchObject(refused);
  expect(await Promise.all(ids.map(getState))).toEqual(["sending", "ready"]);
});

/** One statement as the portal makes it: in the app's role, for the merchant. */
async function app(text: string, values: unknown[]): Promise<pg.QueryResult> {
  await owner.query("BEGIN");
  try {
    await owner.query(
      "SELECT set_config('role', 'cobro_app', true), set_config('app.merchant_id', $1, true)",
      [merchantId],
    );
    const result = await owner.query(text, values);
    await owner.query("COMMIT");
    return result;
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

function newRow(change: Record<string, unknown>): Record<string, unknown> {
  const id = randomUUID();
  return { ...portalRow, ...content, id, intent_id: randomUUID(), upstream_id: `plink_${id}`, ...change };
}

function inserted(change: Record<string, unknown>): Promise<pg.QueryResult> {
  const [text, values] = toInsert(newRow(change));
  return app(text, values);
}

/** A row in any state, put there past the trigger. */
async function placed(change: Record<string, unknown>): Promise<string> {
  const [text, values] = toInsert(newRow(change));
  await admin.query("SET session_replication_role = replica");
  const { rows } = await admin.query(`${text} RETURNING id`, values);
  await admin.query("SET session_replication_role = origin");
  return rows[0].id;
}

function toInsert({
  in_doubt: _computed,
  search_text: _folded,
  ...row
}: Record<string, unknown>): [text: string, values: unknown[]] {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  return [`INSERT INTO payment_links (${columns}) VALUES (${places})`, Object.values(row)];
}

async function getState(id: string): Promise<string | undefined> {
  const { rows } = await admin.query("SELECT state FROM payment_links WHERE id = $1", [id]);
  return rows[0]?.state;
}
