import { migrate } from "@/bin/database/migrate";
import { env } from "@/lib/platform/env";

/**
 * Migrates the database of DATABASE_URL. If DATABASE_DIRECT_URL is given it is used, because migrations do not work
 * through a pooler.
 * @returns the names of the migrations that were applied.
 */
export function migrateDatabase(databaseUrl: string): Promise<string[]> {
  const direct = env().DATABASE_DIRECT_URL;
  return direct === undefined ? migrate(databaseUrl) : migrate(direct, { setting: "DATABASE_DIRECT_URL" });
}
