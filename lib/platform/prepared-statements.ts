import { createHash } from "node:crypto";
import pg from "pg";
import { log } from "@/lib/platform/log";

/**
 * How many texts are given a name. Those that are sent in batches differ in a few parts only and are fewer; the limit
 * keeps texts that are put together anew each time from filling the memory of all connections.
 */
const namesAtMost = 250;

const names = new Map<string, string>();
let isNaming = true;

/** The names that a connection knows. */
const prepared = new WeakMap<pg.Connection, Set<string>>();

/**
 * Sends the text of a statement, unless the connection knows it already, and answers the name that it has there; "", and
 * sends nothing, where it is not kept. Most of Postgres' time for a page was reading texts and making plans.
 */
export function prepare(connection: pg.Connection, text: string): string {
  const name = nameStatement(text);
  const known = prepared.get(connection) ?? new Set();
  if (name === "" || known.has(name)) return name;
  // It is no error then if another part of this process, or of another behind a pooler, has prepared it here.
  connection.close({ type: "S", name }, true);
  connection.parse({ name, text, types: [] }, true);
  prepared.set(connection, known.add(name));
  return name;
}

/** After an error nobody knows which statements of a batch the connection has read. */
export function forgetPrepared(connection: pg.Connection): void {
  prepared.delete(connection);
}

const unknownStatement = "26000";
const featureNotSupported = "0A000";

/**
 * Whether statements failed only because they were prepared earlier, so that they can be sent once more: Postgres does
 * nothing of a batch that fails. A table was changed meanwhile; or an older PgBouncer, which gives each transaction another
 * connection, is between, and from then on no statement is kept.
 */
export function isOutdated(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  if (error.code === unknownStatement && isNaming) {
    isNaming = false;
    log().warn(
      { code: "statements_not_kept" },
      "prepared statements are lost between transactions, so none is kept",
    );
  }
  const isChanged = error.code === featureNotSupported && error.routine === "RevalidateCachedQuery";
  return isChanged || error.code === unknownStatement;
}

/** The same text has the same name in every process and release, as a pooler hands connections from one to another. */
function nameStatement(text: string): string {
  if (!isNaming) return "";
  const known = names.get(text);
  if (known !== undefined || names.size >= namesAtMost) return known ?? "";
  const name = `cobro_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  names.set(text, name);
  return name;
}
