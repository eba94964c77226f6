import pg from "pg";
import type { z } from "zod";
import { forgetPrepared, isOutdated, prepare } from "@/lib/platform/prepared-statements";

/** A statement, or a part of one, as `Prisma.sql` makes it. `isOnce` is for one that is planned for its values, each time. */
export type Sql = { readonly text: string; readonly values: readonly unknown[]; readonly isOnce?: true };

/**
 * A statement and the rows that it answers. Stores write them for what is asked or written together, where a query through
 * Prisma for each part would take most of the time.
 */
export type Statement<Row> = { sql: Sql; row: z.ZodType<Row> };

/** Statements that are sent together, and what their rows say. */
export type Lookup<Found> = { statements: readonly Sql[]; read: (answers: unknown[][]) => Found };

/** What Postgres answers to a statement. */
type Answer = { rows: unknown[] };

/**
 * Statements that are sent at once and answered at once. Postgres runs them in one transaction, each after the one before
 * it, so that a setting that the first makes holds for the others.
 */
class Batch extends pg.Query {
  readonly #statements: readonly Sql[];
  #connection: pg.Connection | undefined;

  constructor(statements: readonly Sql[], done: (error?: Error, answers?: Answer | Answer[]) => void) {
    super({ text: "" }, (error, answers) => {
      if (error && this.#connection) forgetPrepared(this.#connection);
      done(error, answers);
    });
    this.#statements = statements;
  }

  override submit = (connection: pg.Connection): void => {
    this.#connection = connection;
    connection.stream.cork();
    for (const { text, values, isOnce } of this.#statements) {
      const statement = isOnce ? "" : prepare(connection, text);
      if (statement === "") connection.parse({ name: "", text, types: [] }, true);
      connection.bind({ statement, values: values.map(toText) }, true);
      connection.describe({ type: "P", name: "" }, true);
      connection.execute({}, true);
    }
    connection.sync();
    connection.stream.uncork();
  };
}

/** A statement whose text or plan depends on what is asked for, so that it is of no use to prepare it. */
export function once({ text, values }: Sql): Sql {
  return { text, values, isOnce: true };
}

/** Sends statements as a batch, and answers the rows of each. */
export async function sendBatch(connection: pg.PoolClient, statements: readonly Sql[]): Promise<unknown[][]> {
  return sendOnce(connection, statements).catch((error: unknown) => {
    if (isOutdated(error)) return sendOnce(connection, statements);
    throw error;
  });
}

function sendOnce(connection: pg.PoolClient, statements: readonly Sql[]): Promise<unknown[][]> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error, answers: Answer | Answer[] = []) =>
      error ? reject(error) : resolve([answers].flat().map(({ rows }) => rows));
    connection.query(new Batch(statements, done));
  });
}

/** The row that a statement has found; null for none. */
export function readRow<Row>(statement: Statement<Row>, rows: unknown[] = []): Row | null {
  if (rows.length > 1) throw new Error("the statement found several rows");
  return readRows(statement, rows)[0] ?? null;
}

/** The rows that a statement has found. */
export function readRows<Row>({ row }: Statement<Row>, rows: unknown[] = []): Row[] {
  return rows.map((one) => row.parse(one));
}

/** A parameter as Postgres reads it in a text. */
export function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return toArray(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A list of texts as Postgres reads it. */
function toArray(texts: readonly unknown[]): string {
  return `{${texts.map((text) => `"${String(text).replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
