import { chmod, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { print } from "@/bin/admin/print";
import { countScript } from "@/bin/backup/count-dump";
import { beginSnapshot, countRows, differences, type RowCounts } from "@/bin/backup/count-rows";
import { directAddress, forPrograms } from "@/bin/backup/direct-address";
import { filesIn, hashFile, type Manifest } from "@/bin/backup/manifest";
import { refusePrograms, runProgram } from "@/bin/backup/postgres-program";
import { backupRole, missingBackupRights } from "@/bin/database/backup-rights";
import { connect } from "@/bin/database/connect";
import { refuseTransactionPooler } from "@/bin/database/migration-lock";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { env } from "@/lib/platform/env";

/** Writes every row into a new folder, reads back what it wrote, and compares it with the database table by table. */
export async function backup([folder]: string[]): Promise<boolean> {
  if (!folder) throw new CliError("Where to? npm run admin -- backup <new folder>");
  const { url, setting } = directAddress();
  const client = await connect(url, setting);
  try {
    await refuseTransactionPooler(client, url, setting);
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const serverVersion = rows[0]?.version ?? 0;
    await refusePrograms(serverVersion);
    const missing = await missingBackupRights(client);
    if (missing.length > 0) throw new CliError(lacking(missing));
    await refuseFull(folder);
    const begunAt = Date.now();
    const snapshot = await beginSnapshot(client);
    const manifest = await write(folder, { url, snapshot, serverVersion, count: () => countRows(client) });
    const total = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
    print(
      `${total} rows of ${Object.keys(manifest.rows).length} tables are in ${folder}, and were read back.`,
    );
    print(`It took ${((Date.now() - begunAt) / 1000).toFixed(1)} s. It does not hold the secrets: keep`);
    print("NEXTAUTH_SECRET, ENCRYPTION_KEYS and AUDIT_KEYS as well, and not beside it.");
    return true;
  } finally {
    await client.end();
  }
}

type Source = { url: string; snapshot: string; serverVersion: number; count: () => Promise<RowCounts> };

/** A folder has a manifest only once all is well; what is not whole is removed. */
async function write(folder: string, { url, snapshot, serverVersion, count }: Source): Promise<Manifest> {
  const takenAt = new Date().toISOString();
  const files = filesIn(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${files.dump}.unfinished`;
  try {
    const { address, password } = forPrograms(url);
    // Without --enable-row-security it would refuse; with it, what the role may see is all there is (missingBackupRights).
    const how = [`--role=${backupRole()}`, "--enable-row-security", `--snapshot=${snapshot}`];
    const args = ["--format=custom", ...how, "--no-password", `--file=${unfinished}`, `--dbname=${address}`];
    await runProgram("pg_dump", args, { password, read: text });
    const rows = await count();
    const written = await runProgram("pg_restore", ["--data-only", "--file=-", unfinished], {
      read: countScript,
    });
    const wrong = differences(rows, written);
    if (wrong.length > 0) throw new CliError(`The backup is not whole: ${wrong.join("; ")}`);
    const manifest: Manifest = {
      version: 1,
      takenAt,
      serverVersion,
      rolePrefix: env().DATABASE_ROLE_PREFIX,
      sha256: await hashFile(unfinished),
      rows,
    };
    await chmod(unfinished, 0o600);
    await rename(unfinished, files.dump);
    await writeFile(files.manifest, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return manifest;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function refuseFull(folder: string): Promise<void> {
  const held = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new CliError(`${path.resolve(folder)} cannot be used (${error.code})`);
  });
  if (held.length > 0) throw new CliError(`${folder} is not empty; a backup gets a folder of its own`);
}

function lacking(missing: string[]): string {
  if (missing[0] === backupRole()) {
    return `The role ${backupRole()}, which may read every row, is missing; npm run migrate makes it, or sql-for-dba prints how`;
  }
  return `A backup would lack rows of ${missing.join(", ")}; npm run migrate lets it read them`;
}
