import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statesBefore, transitions } from "@/lib/domain/payment-links/create/transitions";
import { linkStates } from "@/lib/domain/payment-links/schema";
import { insertApiKey } from "@/tests/fixtures/api-key";
import { insertCheckedLink, insertPaymentLink } from "@/tests/fixtures/payment-link";
import { insertTenant } from "@/tests/fixtures/tenant";
import { freshDatabase } from "@/tests/support/database";

// The transitions of a link are written down twice: as data in the code, and in a trigger. Here the trigger is tested,
// with SQL and the portal's rights.

const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
/** Signed in as the app; `app` below sets its role and the merchant. */
const owner = new pg.Client({ connectionString: url });

const refused = { code: "23514" };
/** Columns that a row may have in any state. */
const content = {
  url: "https://pay.example/1",
  failure_code: "timeout",
  lease_until: "2030-01-01T00:00:00Z",
};
let merchantId: string;
let tenantLink: Record<string, unknown>;

beforeAll(async () => {
  await Promise.all([admin.connect(), owner.connect()]);
  ({ merchantId } = await insertTenant(admin));
  const { rows } = await admin.query("SELECT * FROM payment_links WHERE merchant_id = $1", [merchantId]);
  // These two are computed by the database.
  const { in_doubt: _, search_text: __, ...columns } = rows[0];
  tenantLink = columns;
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
    const link = newLink({ origin, state });
    const insert = asApp(() => insertCheckedLink(owner, link));
    const beginning = origin === "portal" ? "sending" : "ready";
    if (state !== beginning) await expect(insert).rejects.toMatchObject(refused);
    else {
      await insert;
      expect(await getState(link.id)).toBe(state);
    }
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
    const otherKey = await insertApiKey(admin, { merchant_id: merchantId, active_mode: null });
    const change = app("UPDATE payment_links SET api_key_id = $2 WHERE id = $1", [id, otherKey]);
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

test("only a link that is ready on a person's word is unknown again, and gives its address back", async () => {
  const from = { id: randomUUID() };
  const id = await placed({ state: "ready", matched_from: from });
  const change = (columns: string) => app(`UPDATE payment_links SET ${columns} WHERE id = $1`, [id]);
  const undone = "state = 'unknown', matched_from = NULL";
  await expect(change("state = 'unknown'")).rejects.toMatchObject(refused);
  await expect(change(undone)).rejects.toMatchObject(refused);
  await expect(change(`${undone}, url = NULL`)).rejects.toMatchObject(refused);
  expect((await change(`${undone}, url = NULL, upstream_id = NULL`)).rowCount).toBe(1);
  const other = await placed({ state: "ready" });
  const given = "UPDATE payment_links SET state = 'unknown', url = NULL, upstream_id = NULL WHERE id = $1";
  await expect(app(given, [other])).rejects.toMatchObject(refused);
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

/** Runs one statement as the portal does: with the app's role, in the merchant. */
function app(text: string, values: unknown[]): Promise<pg.QueryResult> {
  return asApp(() => owner.query(text, values));
}

async function asApp<Result>(work: () => Promise<Result>): Promise<Result> {
  await owner.query("BEGIN");
  try {
    await owner.query(
      "SELECT set_config('role', 'cobro_app', true), set_config('app.merchant_id', $1, true)",
      [merchantId],
    );
    const result = await work();
    await owner.query("COMMIT");
    return result;
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

/** The tenant's link with these columns changed. */
function newLink(change: Record<string, unknown>) {
  const id = randomUUID();
  const own = { merchant_id: merchantId, id, intent_id: randomUUID(), upstream_id: `plink_${id}` };
  return { ...tenantLink, ...content, ...own, ...change };
}

/** A link in any state, inserted without the trigger. */
function placed(change: Record<string, unknown>): Promise<string> {
  return insertPaymentLink(admin, newLink(change));
}

async function getState(id: string): Promise<string | undefined> {
  const { rows } = await admin.query("SELECT state FROM payment_links WHERE id = $1", [id]);
  return rows[0]?.state;
}
