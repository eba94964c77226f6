import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "@/tests/support/database";
import { tenantTableFacts, tenantTableRules } from "@/tests/support/tenant-table";

const { url, adminUrl } = await freshDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

/** Tables without a merchant, with the reason. A new table is a tenant table, or is listed here. */
const shared = {
  users: "a person belongs to many merchants",
  sessions: "a person signs in before they choose a merchant",
  password_resets: "a person chooses a new password before they sign in",
  passkeys: "a person signs in with one before they choose a merchant",
  authenticators: "a person's app for codes is used before they choose a merchant",
  recovery_codes: "a person's codes are used before they choose a merchant",
  pending_sign_ins: "a person who has not signed in yet has no merchant",
  spent_challenges: "belong to a moment, not to a merchant",
  passkey_offers: "a person declines for all their merchants",
  email_confirmations: "a person confirms an address that belongs to no merchant",
  linked_identities: "a person signs in with one before they choose a merchant",
  known_networks: "a person signs in before they choose a merchant",
  reserved_slugs: "what is left of merchants that are gone",
  secret_fingerprints: "the installation's secrets",
  worker_heartbeats: "a worker works for every merchant",
  operator_events: "what operators did to merchants, which outlives these",
  rate_limits: "counts attempts of nobody in particular",
  _prisma_migrations: "Prisma's own",
};

/** Keys of tenant tables that do not begin with the merchant, with the reason. */
const exempt = {
  merchants_slug_key: "the address names a merchant, among all merchants",
  merchant_slugs_slug_key: "an address that was one merchant's is never another's",
  memberships_user_id_fkey: "points at a person, who belongs to no merchant",
};

const tables = await names(`
  SELECT relname FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'm', 'f', 'v')`);
const tenantTables = tables.filter((table) => !(table in shared));

it("knows every table that is no tenant's", () => {
  expect(tables).toEqual(expect.arrayContaining(Object.keys(shared)));
  expect(tenantTables.length).toBeGreaterThanOrEqual(7);
});

it.each(tenantTables)("%s keeps all rules of a merchant's table", async (table) => {
  expect(await tenantTableFacts(admin, table, Object.keys(exempt))).toEqual(tenantTableRules);
});

it("exempts no key that is gone", async () => {
  const existing = await names("SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class");
  expect(existing).toEqual(expect.arrayContaining(Object.keys(exempt)));
});

describe("the roles", () => {
  it("cannot sign in, cannot bypass anything, and own nothing", async () => {
    const { rows } = await admin.query(`
      SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) AS owns
      FROM pg_roles WHERE rolname LIKE 'cobro\\_%' ORDER BY 1`);
    const nothing = {
      rolcanlogin: false,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: false,
    };
    expect(rows).toEqual([
      { rolname: "cobro_app", ...nothing },
      { rolname: "cobro_backup", ...nothing },
      { rolname: "cobro_purge", ...nothing },
      { rolname: "cobro_resolver", ...nothing },
      { rolname: "cobro_search", ...nothing },
      { rolname: "cobro_system", ...nothing },
    ]);
  });

  it("lend whoever signs in nothing before it becomes one of them", async () => {
    const owner = new URL(url).username;
    const { rows } = await admin.query(
      `SELECT role, pg_has_role($1, role, 'SET') AS may_become, pg_has_role($1, role, 'USAGE') AS has_rights
       FROM unnest(ARRAY['cobro_app', 'cobro_backup', 'cobro_purge', 'cobro_resolver', 'cobro_search', 'cobro_system']) AS role`,
      [owner],
    );
    const apart = { may_become: true, has_rights: false };
    expect(rows).toEqual([
      { role: "cobro_app", ...apart },
      { role: "cobro_backup", ...apart },
      { role: "cobro_purge", ...apart },
      { role: "cobro_resolver", ...apart },
      { role: "cobro_search", ...apart },
      { role: "cobro_system", ...apart },
    ]);
  });

  it("delete nothing, but for links made elsewhere that turn out to be a merchant's own, places in a queue, logos, saved views, exports that have ended, and tables that nobody started", async () => {
    const deletable = await names(`
      SELECT table_name FROM information_schema.role_table_grants
      WHERE grantee IN ('cobro_app', 'cobro_system') AND privilege_type IN ('DELETE', 'TRUNCATE')
      ORDER BY table_name`);
    expect(deletable).toEqual([
      "audit_waiting",
      "bulk_batches",
      "bulk_rows",
      "export_runs",
      "merchant_logos",
      "payment_links",
      "saved_views",
    ]);
    const limits = await names(`
      SELECT qual FROM pg_policies WHERE tablename = 'payment_links' AND permissive = 'RESTRICTIVE' AND cmd = 'DELETE'`);
    expect(limits).toEqual(["(origin = 'external'::link_origin)"]);
    const drafts = await names(`
      SELECT qual FROM pg_policies WHERE tablename LIKE 'bulk_%' AND permissive = 'RESTRICTIVE' AND cmd = 'DELETE'`);
    expect(drafts).toHaveLength(2);
    for (const limit of drafts) expect(limit).toContain("state = 'draft'::bulk_state");
  });

  it("let the one that removes merchants see and remove only the one that is set, marked, and past its grace", async () => {
    const granted = await names(`
      SELECT table_name FROM information_schema.role_table_grants
      WHERE grantee = 'cobro_purge' AND privilege_type = 'DELETE'`);
    const { rows } = await admin.query(`
      SELECT tablename, cmd, qual, with_check FROM pg_policies WHERE roles = '{cobro_purge}' ORDER BY tablename`);
    const marked = "(merchant_id = ( SELECT purged_merchant() AS purged_merchant))";
    const tables = [...granted, "merchant_slugs"].sort();
    expect(rows.map(({ tablename }) => tablename)).toEqual(tables);
    for (const { tablename, ...policy } of rows) {
      if (tablename !== "merchants")
        expect(policy).toEqual({ cmd: "ALL", qual: marked, with_check: "false" });
    }
    const own = rows.find(({ tablename }) => tablename === "merchants");
    expect(own.qual).toBe(own.with_check);
    expect(own.qual).toContain("deleted_at <= (now() - '720:00:00'::interval)");
    expect(own.qual).toContain("merchant_id = (NULLIF(current_setting('app.merchant_id'");
  });

  it("let the one that finds a link by its code read that one and count its openings, and write nothing else", async () => {
    const { rows: policies } = await admin.query(`
      SELECT tablename, cmd, qual = with_check AS "isSame", qual LIKE '((code = NULLIF(current_setting(''app.link_code''%' AS "isByCode"
      FROM pg_policies WHERE roles = '{cobro_resolver}' AND cmd <> 'SELECT'`);
    expect(policies).toEqual([{ tablename: "payment_links", cmd: "UPDATE", isSame: true, isByCode: true }]);
    const granted = await names(`
      SELECT table_name || '.' || column_name FROM information_schema.role_column_grants
      WHERE grantee = 'cobro_resolver' AND privilege_type <> 'SELECT' ORDER BY column_name`);
    expect(granted).toEqual([
      "payment_links.first_opened_at",
      "payment_links.last_opened_at",
      "payment_links.opened_count",
    ]);
  });

  it("let the one that searches own one function, for the application, and read the columns it searches", async () => {
    const { rows } = await admin.query(`
      SELECT proname, prosecdef, proconfig, proacl::text FROM pg_proc WHERE proowner = 'cobro_search'::regrole`);
    expect(rows).toEqual([
      {
        proname: "find_link_ids",
        prosecdef: true,
        proconfig: expect.arrayContaining(["search_path=pg_catalog, pg_temp"]),
        proacl: "{cobro_search=X/cobro_search,cobro_app=X/cobro_search}",
      },
    ]);
    const granted = await names(`
      SELECT DISTINCT table_name || ' ' || privilege_type FROM information_schema.role_column_grants
      WHERE grantee = 'cobro_search'`);
    expect(granted).toEqual(["payment_links SELECT"]);
    expect(await names("SELECT has_schema_privilege('cobro_search', 'public', 'CREATE')")).toEqual(["false"]);
  });

  it("leave no tenant's row behind when its merchant's goes", async () => {
    const parents = await names(`
      SELECT conrelid::regclass::text FROM pg_constraint
      WHERE contype = 'f' AND confrelid = 'merchants'::regclass AND confdeltype = 'c'`);
    expect(parents.sort()).toEqual(tenantTables.filter((table) => table !== "merchants").sort());
  });
});

async function names(query: string): Promise<string[]> {
  const { rows } = await admin.query<string[]>({ text: query, rowMode: "array" });
  return rows.map(([value]) => String(value));
}
