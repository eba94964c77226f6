import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { schemaDrift } from "@/bin/database/migrate";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { migrationSql } from "@/tools/migration-sql";

/**
 * Writes a new migration, which changes a database that has all others into what the schema file says.
 * @param options.databaseUrl a database to which exactly the migrations of `directory` were applied.
 * @returns the file.
 * @throws {CliError} when the name cannot be used for a folder, or a later migration exists already.
 */
export async function writeMigration(options: {
  name: string;
  now: Date;
  databaseUrl: string;
  schemaFile: string;
  directory: string;
}): Promise<string> {
  const { name, now, databaseUrl, schemaFile, directory } = options;
  checkMigrationName(name);
  const folder = `${now.toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`;
  const entries = await readdir(directory, { withFileTypes: true });
  const later = entries.find((entry) => entry.isDirectory() && entry.name >= folder);
  if (later)
    throw new CliError(`${later.name} would be applied after ${folder}: is this machine's clock right?`);
  const sql = migrationSql(await schemaDrift(databaseUrl, schemaFile));
  await mkdir(path.join(directory, folder));
  const file = path.join(directory, folder, "migration.sql");
  await writeFile(file, sql);
  return file;
}

/** @throws {CliError} when the name cannot be used for a folder. */
export function checkMigrationName(name: string): void {
  if (/^[a-z][a-z0-9_]{1,60}$/.test(name)) return;
  throw new CliError(`"${name}": a migration's name is small letters, digits and _, as in add_refunds`);
}
