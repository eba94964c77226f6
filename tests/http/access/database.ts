import pg from "pg";
import { inject } from "vitest";

/** Tables that the worker writes at times of its own. */
const workersTables = ["audit_heads", "audit_seals", "audit_waiting", "key_syncs", "link_sightings"];

/** The rows of the merchants that the test is about, read with the rights of a superuser. */
export class WatchedDatabase {
  readonly client = new pg.Client({ connectionString: inject("portal").adminUrl });
  #digestQuery = "";
  #mendQuery = "";
  #merchantIds: string[] = [];

  async open(): Promise<void> {
    await this.client.connect();
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** The first column of the first row. */
  async value(text: string, values: unknown[] = []): Promise<string> {
    const { rows } = await this.client.query<string[]>({ text, values, rowMode: "array" });
    return String(rows[0]?.[0]);
  }

  /** From now on `digest` covers these merchants and their people, and `mend` restores them to their present state. */
  async watch(merchantIds: string[]): Promise<void> {
    this.#merchantIds = merchantIds;
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attname = 'merchant_id'
         AND relname <> ALL($1) ORDER BY 1`,
      [workersTables],
    );
    const own = rows.map(
      ({ name }) => `SELECT '${name}', t::text FROM ${name} t WHERE merchant_id = ANY($1)`,
    );
    this.#digestQuery = `SELECT md5(string_agg(f.name || f.row, E'\\n' ORDER BY f.name, f.row)) FROM (
      ${own.join(" UNION ALL ")}
      UNION ALL SELECT 'people', (count(*), max(created_at))::text FROM users
      UNION ALL SELECT 'merchants', count(*)::text FROM merchants
      UNION ALL SELECT 'sessions ended', count(*)::text FROM sessions WHERE revoked_at IS NOT NULL
    ) AS f (name, row)`;
    const mends: string[] = [];
    for (const [table, keys, columns] of [
      [
        "merchants",
        ["merchant_id"],
        ["name", "slug", "color", "mode", "disabled_at", "closed_by_id", "deleted_at", "second_factor_since"],
      ],
      ["memberships", ["merchant_id", "user_id"], ["role", "removed_at"]],
      ["users", ["id"], ["locale", "disabled_at"]],
      ["sessions", ["id"], ["revoked_at"]],
    ] as const) {
      await this.client.query(
        `CREATE TEMP TABLE kept_${table} AS SELECT ${[...keys, ...columns]} FROM ${table}`,
      );
      const [now, kept] = ["t", "k"].map((alias) => columns.map((column) => `${alias}.${column}`));
      mends.push(`UPDATE ${table} t SET ${columns.map((column) => `${column} = k.${column}`)} FROM kept_${table} k
        WHERE ${keys.map((key) => `t.${key} = k.${key}`).join(" AND ")}
          AND (${now}) IS DISTINCT FROM (${kept})`);
    }
    // However long the test takes, a sign-in is recent enough for what asks to prove it again.
    mends.push("UPDATE sessions SET proven_at = now() WHERE revoked_at IS NULL");
    this.#mendQuery = mends.join(";");
  }

  /** A hash that stays the same as long as none of their rows is changed, added or removed. */
  digest(): Promise<string> {
    return this.value(this.#digestQuery, [this.#merchantIds]);
  }

  /** Restores memberships, roles, accounts, sessions and merchants. */
  async mend(): Promise<void> {
    await this.client.query(this.#mendQuery);
  }
}
