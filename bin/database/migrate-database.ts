import { migrate } from "@/bin/database/migrate";
import { env } from "@/lib/platform/env";

/**
 * Migrates the database of DATABASE_URL, over DATABASE_DIRECT_URL where that is given: a pooler will not do.
 * @returns the names of the migrations just applied.
 */
export function migrateDatabase(databaseUrl: string): Promise<string[]> {
  const direct = env().DATABASE_DIRECT_URL;
  return direct === undefined ? migrate(databaseUrl) : migrate(direct, { setting: "DATABASE_DIRECT_URL" });
}
