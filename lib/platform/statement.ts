import pg from "pg";
import type { z } from "zod";
import { forgetPrepared, isOutdated, prepare } from "@/lib/platform/prepared-statements";

/** A statement, or a part of one, as `Prisma.sql` makes it. */
export type Sql = { readonly text: string; readonly values: readonly unknown[] };

/**
 * A statement and the rows that it answers. Stores write them for what is asked or written together, where a query through
 * Prisma for each part would take most of the time.
 */
export type Statement<Row> = { sql: Sql; row: z.ZodType<Row> };

/** What Postgres answers to a statement. */
type Answer = { rows: unknown[] };

/**
 * Statements that are sent at once and answered at once. Postgres runs them in one transaction, each after the one before
 * it, so that a setting that the first makes holds for the others.
 */
class Batch extends pg.Query {
  readonly #statements: readonly Sql[];
  readonly #isPrepared: boolean;
  #connection: pg.Connection | undefined;

  constructor(
    statements: readonly Sql[],
    { format, isPrepared }: Asking,
    done: (error?: Error, answers?: Answer | Answer[]) => void,
  ) {
    super({ text: "", ...format }, (error, answers) => {
      if (error && this.#connection) forgetPrepared(this.#connection);
      done(error, answers);
    });
    this.#statements = statements;
    this.#isPrepared = isPrepared;
  }

  override submit = (connection: pg.Connection): void => {
    this.#connection = connection;
    connection.stream.cork();
    for (const { text, values } of this.#statements) {
      const statement = this.#isPrepared ? prepare(connection, text) : "";
      if (statement === "") connection.parse({ name: "", text, types: [] }, true);
      connection.bind({ statement, values: values.map(toText) }, true);
      connection.describe({ type: "P", name: "" }, true);
      connection.execute({}, true);
    }
    connection.sync();
    connection.stream.uncork();
  };
}

/** Sends statements as a batch, and answers the rows of each. */
export async function sendBatch(
  connection: pg.PoolClient | undefined,
  statements: readonly Sql[],
  asking: Asking = asObjects,
): Promise<unknown[][]> {
  return sendOnce(connection, statements, asking).catch((error: unknown) => {
    if (isOutdated(error)) return sendOnce(connection, statements, asking);
    throw error;
  });
}

function sendOnce(
  connection: pg.PoolClient | undefined,
  statements: readonly Sql[],
  asking: Asking,
): Promise<unknown[][]> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error, answers: Answer | Answer[] = []) =>
      error ? reject(error) : resolve([answers].flat().map(({ rows }) => rows));
    connection?.query(new Batch(statements, asking, done));
  });
}

/** @property isPrepared whether the connection keeps the statements, whose plans are then the same for all values. */
type Asking = { format: object; isPrepared: boolean };

const asObjects: Asking = { format: {}, isPrepared: true };

/** What Postgres sends of a row's columns: texts, of which nothing is made yet. */
export type TextRow = readonly (string | null)[];

/** How such rows are asked for. There are many, and their filters are of all kinds, so that a plan of its own is worth it. */
export const asTexts: Asking = {
  format: { rowMode: "array", types: { getTypeParser: () => (text: string) => text } },
  isPrepared: false,
};

export function isTextRow(row: unknown): row is TextRow {
  return Array.isArray(row) && row.every((value) => value === null || typeof value === "string");
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
function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return toArray(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

/** A list of texts as Postgres reads it. */
function toArray(texts: readonly unknown[]): string {
  return `{${texts.map((text) => `"${String(text).replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}
