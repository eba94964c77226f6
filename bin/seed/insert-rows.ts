import type pg from "pg";
import { roleName } from "@/lib/platform/role-name";

/** A row: its values by column name. */
export type Row = Record<string, unknown>;

/**
 * One transaction with the portal's role in one merchant, so that row-level security and checks hold for made-up rows as
 * for real ones.
 */
export async function inMerchant(
  client: pg.Client,
  merchantId: string,
  work: () => Promise<void>,
): Promise<void> {
  await inTransaction(client, () => asPortal(client, merchantId, work));
}

/**
 * The same, in which links are written as they are now. A trigger lets them begin only as sent, so that each would be
 * written twice, and found in every index twice. It is off for this transaction, until the end of which other sessions
 * that write links wait.
 */
export async function inMerchantPastStates(
  client: pg.Client,
  merchantId: string,
  work: () => Promise<void>,
): Promise<void> {
  await inTransaction(client, async () => {
    await client.query("ALTER TABLE payment_links DISABLE TRIGGER check_link_change");
    await asPortal(client, merchantId, work);
    await client.query("RESET ROLE");
    await client.query("ALTER TABLE payment_links ENABLE TRIGGER check_link_change");
  });
}

async function asPortal(client: pg.Client, merchantId: string, work: () => Promise<void>): Promise<void> {
  await client.query("SELECT set_config('role', $1, true), set_config('app.merchant_id', $2, true)", [
    roleName("app"),
    merchantId,
  ]);
  await work();
}

async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("BEGIN");
  try {
    await work();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/** Writes many rows with one statement. */
export async function insertRows<Column extends string>(
  client: pg.Client,
  table: string,
  types: Record<Column, string>,
  rows: readonly Record<Column, unknown>[],
): Promise<void> {
  if (rows.length > 0) await client.query(toInsert(table, types, rows));
}

/**
 * One statement that writes many rows. Postgres does not allow COPY under row-level security, and this is nearly as fast.
 * A value that all rows share is sent once, and read once.
 * @param types Postgres's types of the columns, by column name.
 * @param rows different from each other, as rows with a key are.
 */
export function toInsert<Column extends string>(
  table: string,
  types: Record<Column, string>,
  rows: readonly Record<Column, unknown>[],
): pg.QueryConfig {
  const columns = Object.entries<string>(types).map(([name, type]) => {
    const values = rows.map((row: Record<string, unknown>) => row[name] ?? null);
    const isShared = rows.length > 1 && values.every((value) => value === values[0]);
    return { name, type, isShared, value: isShared ? values[0] : values };
  });
  const [shared = [], listed = []] = [true, false].map((kind) =>
    columns.filter(({ isShared }) => isShared === kind),
  );
  const all = [...shared, ...listed];
  const names = all.map(({ name }) => name);
  const places = all.map(({ type, isShared }, index) => `$${index + 1}::${type}${isShared ? "" : "[]"}`);
  const once = places.slice(0, shared.length).map((place) => `${place}, `);
  return {
    text: `INSERT INTO ${table} (${names}) SELECT ${once.join("")}listed.* FROM unnest(${places.slice(shared.length)}) listed`,
    values: all.map(({ value }) => value),
  };
}

/** Writes one row. Columns that it does not name get their defaults. */
export async function insertRow(client: pg.Client, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(`INSERT INTO ${table} (${columns}) VALUES (${places})`, Object.values(row));
}

/** In ISO format with its time zone, so that the session's time zone does not matter. */
export function timestamp(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
