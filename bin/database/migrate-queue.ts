import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

/**
 * Updates the job queue's own tables. This happens with the migrations and before anything is enqueued, because use-
 * cases add jobs in their transactions, with a database function that calls the queue's.
 */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  // When a connection breaks, the query on it fails; an unheard error event would end the process as well.
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  try {
    await runMigrations({ pgPool, schema: "graphile_worker", logger: new Logger(() => () => {}) });
  } finally {
    await pgPool.end();
  }
}
