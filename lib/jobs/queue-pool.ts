import pg from "pg";
import { log } from "@/lib/platform/log";

/**
 * Connections for the queue alone: it listens on one of them as long as it runs. A broken connection is removed from
 * the pool, and the next query opens another.
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
  // Queries report a broken connection too, but without a listener it would end the process.
  pool.on("connect", (client) => client.on("error", onLost));
  return pool;
}
