import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

/**
 * Brings the job queue's own schema up to date. It is here before anything enqueues: services add jobs in their
 * own transactions, by a function that calls the queue's.
 */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // A connection that breaks fails the query on it; these keep it from failing the process too.
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool, schema: "graphile_worker", logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}
