import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";
import { giveBackupRights } from "@/bin/database/backup-rights";
import { connect } from "@/bin/database/connect";
import { migrateQueue } from "@/bin/database/migrate-queue";
import { lockMigrations, refuseTransactionPooler } from "@/bin/database/migration-lock";
import { refuseServer } from "@/bin/database/refuse-server";
import { committedMark, withSchemaEngine } from "@/bin/database/schema-engine";

const migrationsDir = path.resolve("prisma/migrations");
const schemaFile = path.resolve("prisma/schema.prisma");
const filters = { externalTables: [], externalEnums: [] };
/** Longer than any of our migrations takes. One that is not done by then has lost its process or its connection. */
const lockDeadlineMs = 120_000;

export type MigrateOptions = {
  directory?: string;
  /** The setting that holds the address. */
  setting?: "DATABASE_URL" | "DATABASE_DIRECT_URL";
  lockDeadlineMs?: number;
  /** Is called with what it is waiting for, when that takes long. */
  say?: (line: string) => void;
};

/**
 * Applies the migrations that the database lacks, with Prisma's own engine, so that `_prisma_migrations` is as `prisma
 * migrate deploy` would leave it; then those of the job queue. Any number of processes may call it at once; one does
 * the work.
 * @returns the names of the migrations that were applied.
 * @throws {CliError} when the server cannot be reached or is not suitable, or when another process does not finish.
 * @throws Error when a migration fails. It is rolled back, and the next call tries it again.
 */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const { directory = migrationsDir, setting = "DATABASE_URL", say = console.log } = options;
  // If this connection breaks, only the lock is lost; if the server is gone, the engine's own queries fail too.
  const lock = await connect(databaseUrl, setting);
  try {
    await refuseTransactionPooler(lock, databaseUrl, setting);
    await refuseServer(lock, setting);
    await lockMigrations(lock, { setting, say, deadlineMs: options.lockDeadlineMs ?? lockDeadlineMs });
    const migrationsList = await readMigrations(directory);
    const applied = await withSchemaEngine(databaseUrl, async (engine) => {
      for (const { name, committed } of await interruptedMigrations(lock)) {
        if (committed) await engine.markMigrationApplied({ migrationName: name, migrationsList });
        else await engine.markMigrationRolledBack({ migrationName: name });
      }
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    });
    await migrateQueue(databaseUrl);
    const other = await connect(databaseUrl, setting);
    await giveBackupRights(other).finally(() => other.end());
    return applied;
  } finally {
    await lock.end();
  }
}

/** The SQL that would turn the migrated database into what the schema file says; empty when they are the same. */
export async function schemaDrift(databaseUrl: string, file = schemaFile): Promise<string> {
  const files = [{ path: file, content: await readFile(file, "utf8") }];
  const { exitCode, stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: path.dirname(schemaFile) },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters,
    }),
  );
  return exitCode === 0 ? "" : (stdout ?? "");
}

/** Migrations that a process began and did not finish before it died. The engine would refuse to continue. */
async function interruptedMigrations(client: pg.Client): Promise<{ name: string; committed: boolean }[]> {
  const table = await client.query("SELECT FROM pg_class WHERE oid = to_regclass('_prisma_migrations')");
  if (table.rowCount === 0) return [];
  const { rows } = await client.query<{ name: string; committed: boolean }>(
    `SELECT migration_name AS name, logs IS NOT DISTINCT FROM $1 AS committed FROM _prisma_migrations
     WHERE finished_at IS NULL AND rolled_back_at IS NULL ORDER BY started_at`,
    [committedMark],
  );
  return rows;
}

async function readMigrations(directory: string): Promise<MigrationList> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: directory,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(directory, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(directory, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
