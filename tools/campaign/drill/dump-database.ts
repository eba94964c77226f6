import path from "node:path";
import pg from "pg";
import { backup } from "@/bin/admin/backup";
import { restore } from "@/bin/admin/restore";
import { refusePrograms } from "@/bin/backup/postgres-program";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { disconnect } from "@/lib/platform/db";
import type { BackupMethod } from "@/tools/campaign/drill/copy-database";

/**
 * The operator's own commands, over `pg_dump` and `pg_restore`.
 * @throws {CliError} when these are missing here, or older than the server.
 */
export async function dumpDatabase(adminUrl: string, owner: string, folder: string): Promise<BackupMethod> {
  const name = new URL(adminUrl).pathname.slice(1);
  const saved = path.join(folder, "saved");
  const [{ version }] = await onServer("SELECT current_setting('server_version_num')::int AS version");
  await refusePrograms(version);
  return {
    save: () => succeed(backup([saved])),
    lose: async () => {
      await disconnect();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
      await onServer(`CREATE DATABASE ${name} OWNER ${owner}`);
    },
    bringBack: () => succeed(restore([saved])),
  };

  async function onServer(statement: string): Promise<[{ version: number }]> {
    const admin = new pg.Client({ connectionString: new URL("postgres", adminUrl).href });
    await admin.connect();
    const { rows } = await admin.query(statement).finally(() => admin.end());
    return [{ version: Number(rows[0]?.version) }];
  }
}

async function succeed(command: Promise<boolean>): Promise<void> {
  if (!(await command)) throw new CliError("The command says that something is wrong; see above.");
}
