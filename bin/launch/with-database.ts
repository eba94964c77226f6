import { migrate } from "@/bin/database/migrate";
import { AlreadyRunning } from "@/bin/embedded-postgres/cli-error";
import {
  type EmbeddedPostgres,
  embeddedAddresses,
  startEmbeddedPostgres,
} from "@/bin/embedded-postgres/embedded-postgres";
import { applyLocalSecrets } from "@/bin/launch/secrets";
import { disconnect } from "@/lib/platform/db";

/**
 * Runs a command on the database that `npm start` would use: that of `DATABASE_URL`, or the embedded one, which is
 * started meanwhile if it is not running. Call it before any setting is read.
 * @param options.isMigrated false leaves a database that it starts as it is, so that a new one stays empty.
 */
export async function withDatabase(
  work: () => Promise<void>,
  { isMigrated = true }: { isMigrated?: boolean } = {},
): Promise<void> {
  if (process.env.DATABASE_URL) return work().finally(disconnect);
  const dataDir = process.env.DATA_DIR || ".data";
  const own = await startUnlessRunning(dataDir);
  try {
    const url = own?.url ?? (await embeddedAddresses(dataDir))?.url;
    if (url) process.env.DATABASE_URL = url;
    await applyLocalSecrets(dataDir);
    if (own && isMigrated) await migrate(own.url);
    await work();
  } finally {
    await disconnect();
    await own?.stop();
  }
}

async function startUnlessRunning(dataDir: string): Promise<EmbeddedPostgres | undefined> {
  try {
    return await startEmbeddedPostgres({ dataDir });
  } catch (error) {
    if (error instanceof AlreadyRunning) return undefined;
    throw error;
  }
}
