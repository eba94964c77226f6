import pg from "pg";
import { log } from "@/lib/platform/log";

/**
 * Connections of the queue's own: it listens on one of them for as long as it runs. One that breaks leaves the pool,
 * and the next query opens another.
 */
export function queuePool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    application_name: "cobro worker",
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const onLost = (error: Error) => log().warn({ code: "queue_connection_lost", reason: error.message });
  pool.on("error", onLost);
  // Of a connection in use the query tells too; without a listener it would end the process.
  pool.on("connect", (client) => client.on("error", onLost));
  return pool;
}
