import type pg from "pg";
import { backupRole } from "@/bin/database/backup-rights";

/** Rows of each table, by its name with its schema as Postgres writes it. */
export type RowCounts = Record<string, number>;

/** Counts what this transaction sees, with the rights of the backup's role. */
export async function countRows(client: pg.Client): Promise<RowCounts> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind = 'r' AND nspname NOT IN ('information_schema') AND nspname !~ '^pg_'
       AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')
     ORDER BY 1`,
  );
  const counts: RowCounts = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ONLY ${name}`);
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}

/** Begins a transaction that sees every row as of now; `snapshot` lets another connection see the same. */
export async function beginSnapshot(client: pg.Client): Promise<string> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query(
    `SELECT set_config('role', $1, true), set_config('idle_in_transaction_session_timeout', '0', true),
       set_config('statement_timeout', '0', true)`,
    [backupRole()],
  );
  const { rows } = await client.query<{ snapshot: string }>("SELECT pg_export_snapshot() AS snapshot");
  return rows[0]?.snapshot ?? "";
}

/** In words, each table in which two counts differ. */
export function differences(expected: RowCounts, found: RowCounts): string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return names
    .filter((name) => (expected[name] ?? 0) !== (found[name] ?? 0))
    .map((name) => `${name}: ${expected[name] ?? 0} rows expected, ${found[name] ?? 0} found`);
}
