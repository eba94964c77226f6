import { migrate } from "@/bin/database/migrate";
import { migrateDatabase } from "@/bin/database/migrate-database";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";
import type { Running } from "@/bin/process/keep-running";
import type { Supervisor } from "@/bin/process/supervisor";
import type { Env } from "@/lib/platform/env";

/** Brings the database up to date: that of DATABASE_URL, or our own, which then runs as long as this does. */
export async function startDatabase(supervisor: Supervisor, settings: Env): Promise<string> {
  const given = settings.DATABASE_URL;
  const url = given ?? (await startOwnDatabase(supervisor, settings.DATA_DIR));
  const applied = await (given === undefined ? migrate(url) : migrateDatabase(given));
  if (applied.length > 0) console.log(`The database is up to date (${applied.length} migrations applied).`);
  return url;
}

async function startOwnDatabase(supervisor: Supervisor, dataDir: string): Promise<string> {
  const started: string[] = [];
  await supervisor.keep({
    name: `the database (see ${dataDir}/postgres.log)`,
    last: true,
    start: async () => {
      const postgres = await startEmbeddedPostgres({ dataDir });
      started.push(postgres.url);
      // The portal and the worker have the address from the first start, so it must stay.
      if (postgres.url !== started[0]) {
        await postgres.stop();
        throw new Error("another program has taken its port");
      }
      return toRunning(postgres);
    },
  });
  const [url] = started;
  if (url === undefined) throw new Error("the database has no address");
  return url;
}

/** A server that has ended still holds its directory until it is stopped. */
function toRunning({ exited, stop }: EmbeddedPostgres): Running {
  return {
    exited: exited.then(async () => {
      await stop();
      return "it stopped";
    }),
    stop,
  };
}
