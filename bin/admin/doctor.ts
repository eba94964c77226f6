import { statfs } from "node:fs/promises";
import { print, printError } from "@/bin/admin/print";
import { directAddress } from "@/bin/backup/direct-address";
import { missingBackupRights } from "@/bin/database/backup-rights";
import { connect } from "@/bin/database/connect";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { missingMigrations, missingRights } from "@/lib/platform/health/readiness";
import { describeDifference, differingSecrets } from "@/lib/platform/health/secret-fingerprints";

const leastDiskBytes = 1_000_000_000;
/** A code of an app for codes counts for 30 seconds. */
const mostClockMs = 10_000;

/** Each answers what is wrong; nothing when all is well. */
const checks: [name: string, check: () => Promise<string[]>][] = [
  [
    "migrations",
    async () => (await missingMigrations()).map((name) => `not applied: ${name}; npm run migrate`),
  ],
  [
    "roles and rights",
    async () => (await missingRights()).map((name) => `missing for ${name}; npm run admin -- sql-for-dba`),
  ],
  ["backups", unreadForBackups],
  ["secrets", async () => (await differingSecrets()).map((name) => describeDifference([name]))],
  ["extensions", missingExtension],
  ["jobs", stuckJobs],
  ["clock", clockDifference],
  ["disk", fullDisk],
];

/** Says of everything that the portal needs whether it is there. It changes nothing. */
export async function doctor(): Promise<boolean> {
  let isWell = true;
  for (const [name, check] of checks) {
    const wrong = await check().catch((error: unknown) => [`could not be checked: ${firstLine(error)}`]);
    if (wrong.length === 0) print(`${name}: well`);
    for (const line of wrong) printError(`${name}: ${line}`);
    isWell &&= wrong.length === 0;
  }
  return isWell;
}

/** The programs are not looked for: backups may be taken from another machine, or by the server's own means. */
async function unreadForBackups(): Promise<string[]> {
  const { url, setting } = directAddress();
  const client = await connect(url, setting);
  const missing = await missingBackupRights(client).finally(() => client.end());
  return missing.map((name) => `nothing may read ${name} for one; npm run migrate`);
}

async function missingExtension(): Promise<string[]> {
  const rows = await db().$queryRaw<unknown[]>`SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'`;
  return rows.length > 0 ? [] : ["pg_trgm is missing; npm run admin -- sql-for-dba"];
}

async function stuckJobs(): Promise<string[]> {
  const [row] = await db().$queryRaw<{ late: number; failed: number }[]>`
    SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < now() - interval '5 minutes')::int AS late,
      count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS failed
    FROM graphile_worker.jobs`;
  const { late = 0, failed = 0 } = row ?? {};
  return [
    ...(late > 0 ? [`${late} are more than five minutes late; is a worker running?`] : []),
    ...(failed > 0 ? [`${failed} have failed for good; npm run admin -- jobs`] : []),
  ];
}

async function clockDifference(): Promise<string[]> {
  const beganAt = Date.now();
  const [row] = await db().$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`;
  const differenceMs = row ? Math.abs(row.at.getTime() - (beganAt + Date.now()) / 2) : 0;
  return differenceMs < mostClockMs
    ? []
    : [`this machine and the database differ by ${Math.round(differenceMs / 1000)} s`];
}

/** Of the folder with the embedded database and the sandbox; it may not be there when both are elsewhere. */
async function fullDisk(): Promise<string[]> {
  const { bavail, bsize } = await statfs(env().DATA_DIR).catch(() => ({ bavail: 1, bsize: leastDiskBytes }));
  const free = bavail * bsize;
  return free < leastDiskBytes ? [`${Math.round(free / 1e6)} MB are free in DATA_DIR`] : [];
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message.trim() : String(error);
  return text.split("\n").at(-1) ?? "";
}
