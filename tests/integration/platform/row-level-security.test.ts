import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertTenant, type Tenant } from "@/tests/fixtures/tenant";
import { insertUser } from "@/tests/fixtures/user";
import { freshDatabase } from "@/tests/support/database";

const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
/** Signed in as the app: as the owner of the tables, who is no superuser. */
const app = new pg.Client({ connectionString: url });
await Promise.all([admin.connect(), app.connect()]);

const tenantTables = await column(
  admin,
  `SELECT relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
   WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'merchant_id' ORDER BY 1`,
);
/** Tables whose rows the portal never changes. */
const appendOnly = ["audit_events", "audit_seals", "audit_waiting", "merchant_slugs", "saved_views"];
/**
 * Rows that may be deleted, with the reason: an external link that turns out to be one of ours, whose own row remains;
 * an event that is in the chain, and no longer waits; a logo that was removed; a saved view; how an export went on;
 * and a table of links that nobody started.
 */
const deletable = [
  "payment_links",
  "audit_waiting",
  "merchant_logos",
  "saved_views",
  "export_runs",
  "bulk_batches",
  "bulk_rows",
];
const denied = /permission denied/;

let ours: Tenant;
let theirs: Tenant;

beforeAll(async () => {
  ours = await insertTenant(admin);
  theirs = await insertTenant(admin);
});
afterAll(() => Promise.all([admin.end(), app.end()]));

describe.each(tenantTables)("%s", (table) => {
  it("holds a row of each merchant, or the tests below prove nothing", async () => {
    expect(await merchantsIn(admin, table)).toEqual(
      expect.arrayContaining([ours.merchantId, theirs.merchantId]),
    );
  });

  it("shows the merchant that is set its own rows only", async () => {
    const seen = await asApp({ merchant: ours.merchantId }, () => merchantsIn(app, table));
    expect(seen).toEqual([ours.merchantId]);
  });

  it.each([
    ["none was ever set", undefined],
    ["it was reset", ""],
    ["it is nobody's", randomUUID()],
  ])("shows no row when %s", async (_, merchant) => {
    expect(await asApp({ merchant }, () => merchantsIn(app, table))).toEqual([]);
  });

  it("shows its owner no row either, as the owner is not the app's role without becoming it", async () => {
    expect(await merchantsIn(app, table)).toEqual([]);
  });

  it.each([
    ["another merchant's", () => ours.merchantId],
    ["any, with none set,", () => undefined],
  ])("takes in no row that is %s", async (_, merchant) => {
    const { rows } = await admin.query(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE merchant_id = $1`, [
      theirs.merchantId,
    ]);
    // Columns that Postgres computes cannot be inserted.
    const written = await admin.query(
      `SELECT string_agg(quote_ident(attname), ', ') AS columns FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
      [table],
    );
    const { columns } = written.rows[0];
    const insert = `INSERT INTO ${table} (${columns})
      SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`;
    const attempt = asApp({ merchant: merchant() }, () => app.query(insert, [rows[0].row]));
    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  it("changes and deletes no foreign row", async () => {
    const where = `WHERE merchant_id = '${theirs.merchantId}'`;
    const update = asApp({ merchant: ours.merchantId }, () =>
      app.query(`UPDATE ${table} SET merchant_id = merchant_id ${where}`),
    );
    if (appendOnly.includes(table)) await expect(update).rejects.toThrow(denied);
    else expect((await update).rowCount).toBe(0);

    const removal = asApp({ merchant: ours.merchantId }, () => app.query(`DELETE FROM ${table} ${where}`));
    if (deletable.includes(table)) expect((await removal).rowCount).toBe(0);
    else await expect(removal).rejects.toThrow(denied);
  });

  it("gives no row of its own away", async () => {
    const attempt = asApp({ merchant: ours.merchantId }, () =>
      app.query(`UPDATE ${table} SET merchant_id = '${theirs.merchantId}'`),
    );
    await expect(attempt).rejects.toThrow(appendOnly.includes(table) ? denied : /row-level security/);
  });
});

describe("a person who has not chosen a merchant", () => {
  it("sees their own memberships and merchants, and nothing else", async () => {
    await asApp({ user: ours.userId }, async () => {
      for (const table of tenantTables) {
        const own = ["memberships", "merchant_slugs", "merchants"].includes(table) ? [ours.merchantId] : [];
        expect(await merchantsIn(app, table), table).toEqual(own);
      }
    });
  });

  it("does not see a merchant that they were removed from", async () => {
    const former = await insertTenant(admin);
    await admin.query("UPDATE memberships SET removed_at = now() WHERE user_id = $1", [former.userId]);
    expect(await asApp({ user: former.userId }, () => merchantsIn(app, "merchants"))).toEqual([]);
  });

  it.each([
    ["merchants", "UPDATE merchants SET name = 'x'"],
    ["memberships", "UPDATE memberships SET role = 'owner'"],
  ])("changes none of the %s they see", async (_, update) => {
    const changed = await asApp({ user: ours.userId }, () => app.query(update));
    expect(changed.rowCount).toBe(0);
  });
});

describe("what is no merchant's", () => {
  it("shows names and addresses of colleagues only", async () => {
    const emails = () => column(app, "SELECT email FROM users ORDER BY 1");
    const mine = [`${ours.userId}@example.test`];
    expect(await asApp({ merchant: ours.merchantId }, emails)).toEqual(mine);
    expect(await asApp({ user: ours.userId }, emails)).toEqual(mine);
    expect(await asApp({}, emails)).toEqual([]);
  });

  it("keeps new accounts from the app's role", async () => {
    await expect(asApp({ merchant: ours.merchantId }, () => insertUser(app))).rejects.toThrow(denied);
  });

  it.each([
    "SELECT password_hash FROM users",
    "UPDATE users SET name = 'x'",
    "SELECT FROM sessions",
    "SELECT FROM rate_limits",
    "SELECT FROM password_resets",
    "TRUNCATE audit_events",
    "UPDATE audit_events SET action = 'x'",
    "DELETE FROM audit_events",
    "UPDATE audit_seals SET hash = ''",
    "DELETE FROM audit_seals",
    "DELETE FROM audit_heads",
  ])("keeps from the app's role: %s", async (statement) => {
    await expect(asApp({ merchant: ours.merchantId }, () => app.query(statement))).rejects.toThrow(denied);
  });

  it("is written by its owner", async () => {
    const emails = await column(app, "SELECT email FROM users");
    expect(emails).toContain(`${theirs.userId}@example.test`);
  });
});

describe("cobro_system", () => {
  it.each([
    "SELECT merchant_id FROM merchants WHERE disabled_at IS NULL",
    "SELECT merchant_id FROM api_keys WHERE active_mode IS NOT NULL AND master_key_id = 'k1'",
    "SELECT merchant_id FROM payment_links WHERE state = 'sending' AND lease_until < now() + interval '1 hour'",
    "SELECT merchant_id FROM audit_waiting",
    "SELECT merchant_id FROM api_keys WHERE fingerprint = '\\x02' AND wiped_at IS NULL AND opens_until IS NULL",
    "SELECT merchant_id FROM key_syncs WHERE next_due_at < now() + interval '1 hour'",
  ])("looks across merchants: %s", async (query) => {
    const seen = await as("cobro_system", {}, () => column(app, query));
    expect(seen).toEqual(expect.arrayContaining([ours.merchantId, theirs.merchantId]));
  });

  it.each([
    "SELECT name FROM merchants",
    "SELECT sealed FROM api_keys",
    "SELECT description FROM payment_links",
    "SELECT url FROM link_sightings",
    "SELECT * FROM audit_events",
    "SELECT * FROM audit_seals",
    "SELECT * FROM audit_heads",
    "DELETE FROM audit_waiting",
    "SELECT * FROM memberships",
    "SELECT * FROM users",
    "UPDATE payment_links SET state = 'unknown'",
    "DELETE FROM payment_links",
  ])("may not: %s", async (statement) => {
    await expect(as("cobro_system", {}, () => app.query(statement))).rejects.toThrow(denied);
  });
});

type Setting = { merchant?: string | undefined; user?: string };

function asApp<T>(setting: Setting, work: () => Promise<T>): Promise<T> {
  return as("cobro_app", setting, work);
}

/** Runs one transaction with a role, and rolls it back. */
async function as<T>(role: string, { merchant, user }: Setting, work: () => Promise<T>): Promise<T> {
  await app.query("BEGIN");
  try {
    await app.query("SELECT set_config('role', $1, true)", [role]);
    if (merchant !== undefined) await app.query("SELECT set_config('app.merchant_id', $1, true)", [merchant]);
    if (user !== undefined) await app.query("SELECT set_config('app.user_id', $1, true)", [user]);
    return await work();
  } finally {
    await app.query("ROLLBACK");
  }
}

function merchantsIn(client: pg.Client, table: string): Promise<string[]> {
  return column(client, `SELECT DISTINCT merchant_id FROM ${table}`);
}

async function column(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<string[]>({ text: query, rowMode: "array" });
  return rows.map(([value]) => String(value));
}
