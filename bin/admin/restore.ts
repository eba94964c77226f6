import { text } from "node:stream/consumers";
import type pg from "pg";
import { afterRestore } from "@/bin/admin/after-restore";
import { print, printError } from "@/bin/admin/print";
import { beginSnapshot, countRows, differences } from "@/bin/backup/count-rows";
import { directAddress, forPrograms } from "@/bin/backup/direct-address";
import { filesIn, readManifest } from "@/bin/backup/manifest";
import { refusePrograms, runProgram } from "@/bin/backup/postgres-program";
import { backupRole, giveBackupRights } from "@/bin/database/backup-rights";
import { connect } from "@/bin/database/connect";
import { giveFunctions } from "@/bin/database/give-functions";
import { makeRoles } from "@/bin/database/make-roles";
import { refuseTransactionPooler } from "@/bin/database/migration-lock";
import { portalRoles, refuseServer } from "@/bin/database/refuse-server";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { env } from "@/lib/platform/env";
import { missingMigrations, missingRights } from "@/lib/platform/health/readiness";
import { describeDifference, differingSecrets } from "@/lib/platform/health/secret-fingerprints";

/** Puts a backup into an empty database, whole or not at all, and compares what is there with what was written. */
export async function restore([folder]: string[]): Promise<boolean> {
  if (!folder) throw new CliError("From where? npm run admin -- restore <folder of a backup>");
  const { url, setting } = directAddress();
  const client = await connect(url, setting);
  try {
    await refuseTransactionPooler(client, url, setting);
    await refuseServer(client, setting);
    await refuseFull(client, setting);
    const manifest = await readManifest(folder);
    refuseOtherPrefix(manifest.rolePrefix);
    await refusePrograms(manifest.serverVersion);
    const begunAt = Date.now();
    await makeRoles(client, [...portalRoles(), backupRole()]).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : "";
      throw new CliError(
        `${setting}: the roles cannot be made (${why}); run what npm run admin -- sql-for-dba prints`,
      );
    });
    const { address, password } = forPrograms(url);
    const how = ["--no-owner", "--no-comments", "--single-transaction", "--exit-on-error", "--no-password"];
    await runProgram("pg_restore", [...how, `--dbname=${address}`, filesIn(folder).dump], {
      password,
      read: text,
    });
    await giveFunctions(client);
    await giveBackupRights(client);
    await client.query("ANALYZE");
    await beginSnapshot(client);
    const wrong = differences(manifest.rows, await countRows(client));
    await client.query("COMMIT");
    for (const line of wrong) printError(line);
    const total = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
    const seconds = ((Date.now() - begunAt) / 1000).toFixed(1);
    if (wrong.length === 0) print(`All ${total} rows of ${manifest.takenAt} are back, in ${seconds} s.`);
    if (!(await isInOrder()) || wrong.length > 0) return false;
    return (await missingMigrations()).length > 0 || (await afterRestore());
  } finally {
    await client.end();
  }
}

/** Says what is left to do before the portal can start. */
async function isInOrder(): Promise<boolean> {
  const migrations = await missingMigrations();
  if (migrations.length > 0) {
    print(
      `It is from before ${migrations[0]}: npm run migrate, then npm run admin -- after-restore, then doctor.`,
    );
    return true;
  }
  const rights = await missingRights();
  if (rights.length > 0) printError(`Rights are missing for ${rights.join(", ")}.`);
  const secrets = await differingSecrets();
  if (secrets.length > 0) printError(describeDifference(secrets));
  if (rights.length + secrets.length > 0) return false;
  print("Roles, rights, migrations and secrets are in order. npm run admin -- verify-audit checks the logs.");
  return true;
}

/** The dump gives rights to roles by their names. */
function refuseOtherPrefix(prefix: string): void {
  if (prefix === env().DATABASE_ROLE_PREFIX) return;
  throw new CliError(
    `DATABASE_ROLE_PREFIX: this backup is of roles that begin with ${prefix}; set it to that`,
  );
}

async function refuseFull(client: pg.Client, setting: string): Promise<void> {
  const { rows } = await client.query<{ tables: number }>(
    `SELECT count(*)::int AS tables FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind IN ('r', 'p') AND nspname <> 'information_schema' AND nspname !~ '^pg_'`,
  );
  if ((rows[0]?.tables ?? 0) === 0) return;
  throw new CliError(
    `${setting}: a backup goes into an empty database, and this one has tables; make another: CREATE DATABASE … OWNER …`,
  );
}
