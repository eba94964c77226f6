import { Pool } from "pg";
import { requireSetting } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/**
 * Connections of one process. Postgres allows 100 by default, which is enough for several processes and an operator.
 */
const connections = 10;

declare global {
  // In development a hot reload loads this module again; the connections are kept here meanwhile.
  var cobroPool: Pool | undefined;
}

/**
 * The connections of this process. Making Prisma's client takes long, so that what goes without it does not make one.
 * @throws {SettingError} when DATABASE_URL is not given.
 */
export function pool(): Pool {
  globalThis.cobroPool ??= openPool();
  return globalThis.cobroPool;
}

/** The next use opens new ones. */
export async function closePool(): Promise<void> {
  const opened = globalThis.cobroPool;
  globalThis.cobroPool = undefined;
  if (opened && !opened.ended) await opened.end();
}

function openPool(): Pool {
  const opened = new Pool({
    connectionString: requireSetting("DATABASE_URL"),
    application_name: "cobro",
    max: connections,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // While a connection is handed from the pool to the adapter nobody listens to its errors, and an unheard one would
  // end the process.
  opened.on("connect", (connection) => connection.on("error", () => {}));
  // A connection that breaks while idle is removed from the pool, and the next query opens another.
  opened.on("error", (error) => log().warn({ code: "database_connection_lost", reason: error.message }));
  return opened;
}
