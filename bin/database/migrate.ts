import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { migrateQueue } from "@/bin/database/migrate-queue";
import { committedMark, withSchemaEngine } from "@/bin/database/schema-engine";
import { CliError } from "@/bin/embedded-postgres/cli-error";

const migrationsDir = path.resolve("prisma/migrations");
const schemaFile = path.resolve("prisma/schema.prisma");
const filters = { externalTables: [], externalEnums: [] };
/** Any number that nothing else in the database locks. */
const migrationLock = 7_264_027;
/** Below it, a grant cannot say INHERIT FALSE, which the roles need. */
const oldestServer = 160_000;

/**
 * Applies the migrations that the database lacks, on Prisma's own engine, so that `_prisma_migrations` is what
 * `prisma migrate deploy` would leave, and then the job queue's. Any number of processes may call it at once: one
 * does the work.
 * @returns the names of the migrations just applied.
 * @throws {Refusal} when the server cannot be reached or is too old.
 * @throws Error when a migration fails; it leaves no trace, and the next call tries it again.
 */
export async function migrate(databaseUrl: string, directory = migrationsDir): Promise<string[]> {
  const lock = new pg.Client({ connectionString: databaseUrl });
  // Losing this connection loses the lock alone; the engine's own queries then fail by themselves.
  lock.on("error", () => {});
  await connect(lock);
  try {
    await refuseOldServer(lock);
    await lock.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const migrationsList = await readMigrations(directory);
    const applied = await withSchemaEngine(databaseUrl, async (engine) => {
      for (const { name, committed } of await interruptedMigrations(lock)) {
        if (committed) await engine.markMigrationApplied({ migrationName: name, migrationsList });
        else await engine.markMigrationRolledBack({ migrationName: name });
      }
      return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
    });
    await migrateQueue(databaseUrl);
    return applied;
  } finally {
    await lock.end();
  }
}

/** The SQL that would turn the migrated database into what the schema file says; empty when they do not differ. */
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

async function connect(client: pg.Client): Promise<void> {
  try {
    await client.connect();
  } catch (error) {
    // Several addresses refused at once make an error without a message.
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = (error instanceof Error && error.message) || code;
    throw new CliError(`DATABASE_URL: cannot connect to ${client.host}:${client.port} (${reason})`);
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  if ((rows[0]?.version ?? 0) < oldestServer) {
    throw new CliError("DATABASE_URL: the server must be Postgres 16 or newer");
  }
}

/** Migrations that a process began and did not live to finish: the engine would refuse to go on from there. */
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
