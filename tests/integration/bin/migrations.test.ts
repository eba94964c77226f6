import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeEach, describe, expect, inject, it } from "vitest";
import { migrate, schemaDrift } from "@/bin/database/migrate";
import { CliError } from "@/bin/embedded-postgres/cli-error";

const migrationsDir = path.resolve("prisma/migrations");
const { adminUrl, ownerUrl } = inject("postgres");
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
const scratch = await mkdtemp(path.join(tmpdir(), "cobro-migrations-"));
const made: string[] = [];

let url: string;

beforeEach(async () => {
  url = await emptyDatabase();
});
afterAll(async () => {
  for (const name of made) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
  await rm(scratch, { recursive: true });
});

describe("migrate", () => {
  it("makes what schema.prisma says", async () => {
    expect((await migrate(url)).length).toBeGreaterThan(0);
    expect(await schemaDrift(url)).toBe("");
  });

  it("would notice a difference", async () => {
    await migrate(url);
    await query("ALTER TABLE users ADD COLUMN surplus int; ALTER TABLE users DROP COLUMN locale");
    expect(await schemaDrift(url)).toContain('DROP COLUMN "surplus"');
    expect(await schemaDrift(url)).toContain('ADD COLUMN     "locale" TEXT');
  });

  it("does nothing the second time", async () => {
    await migrate(url);
    const before = await history();
    expect(await migrate(url)).toEqual([]);
    expect(await history()).toEqual(before);
  });

  it("is done once by twenty that begin at once", async () => {
    const done = await Promise.all(Array.from({ length: 20 }, () => migrate(url, { say: () => {} })));
    expect(done.filter((applied) => applied.length > 0)).toHaveLength(1);
    expect(await schemaDrift(url)).toBe("");
  }, 60_000);

  it("leaves the history that Prisma's own command would", async () => {
    const applied = await migrate(url);
    const rows = await history();
    expect(rows.map((row) => row.migration_name)).toEqual(applied);
    for (const row of rows) {
      expect(row).toMatchObject({
        finished_at: expect.any(Date),
        rolled_back_at: null,
        applied_steps_count: 1,
      });
    }
  });

  it("goes on after a process that died between doing a migration and saying so", async () => {
    await migrate(url);
    await query("UPDATE _prisma_migrations SET finished_at = NULL, logs = 'committed'");
    expect(await migrate(url)).toEqual([]);
    expect(await schemaDrift(url)).toBe("");
  });

  it("begins again after a process that died before a migration was committed", async () => {
    const directory = await migrationsWith("CREATE TABLE later (id int)");
    await migrate(url, { directory });
    await query("DROP TABLE later");
    await query(
      "UPDATE _prisma_migrations SET finished_at = NULL, logs = NULL WHERE migration_name ~ 'later'",
    );
    expect(await migrate(url, { directory })).toEqual(["29991231000000_later"]);
    await query("SELECT FROM later");
  });

  it("leaves no trace of a migration that fails, and tries it again", async () => {
    const broken = await migrationsWith("CREATE TABLE later (id int); SELECT 1 / 0; -- a; semicolon");
    await expect(migrate(url, { directory: broken })).rejects.toThrow(/division by zero/);
    await expect(query("SELECT FROM later")).rejects.toThrow(/does not exist/);
    await expect(migrate(url, { directory: broken })).rejects.toThrow(/division by zero/);
    const mended = await migrationsWith("CREATE TABLE later (id int) -- no semicolon");
    expect(await migrate(url, { directory: mended })).toEqual(["29991231000000_later"]);
  });

  it("answers a database that cannot be reached with one line", async () => {
    const unreachable = migrate("postgres://someone:secret@127.0.0.1:1/nowhere");
    await expect(unreachable).rejects.toThrow(CliError);
    await expect(unreachable).rejects.toThrow(
      /^DATABASE_URL: cannot connect to 127.0.0.1:1 \(.*ECONNREFUSED.*\)$/,
    );
  });
});

async function emptyDatabase(): Promise<string> {
  const name = `empty_${process.pid}_${made.length}`;
  await admin.query(`CREATE DATABASE ${name} OWNER cobro`);
  made.push(name);
  return new URL(name, ownerUrl).href;
}

/** The real migrations and another one. */
async function migrationsWith(sql: string): Promise<string> {
  const directory = await mkdtemp(path.join(scratch, "migrations-"));
  await cp(migrationsDir, directory, { recursive: true });
  await mkdir(path.join(directory, "29991231000000_later"));
  await writeFile(path.join(directory, "29991231000000_later", "migration.sql"), sql);
  return directory;
}

async function history(): Promise<Record<string, unknown>[]> {
  return (await query("SELECT * FROM _prisma_migrations ORDER BY migration_name")).rows;
}

async function query(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}
