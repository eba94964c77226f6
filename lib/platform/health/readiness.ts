import { readdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/platform/db";
import { differingSecrets } from "@/lib/platform/health/secret-fingerprints";
import { log } from "@/lib/platform/log";
import { roleName } from "@/lib/platform/role-name";

/** What keeps requests from being answered. `names`: which roles, tables or secrets it is about. */
export type Fault = {
  code: "database_unreachable" | "database_unmigrated" | "database_rights" | "secrets_differ";
  names: string[];
};

/** A balancer that asks waits a few seconds at most. */
const timeoutMs = 1_800;

/** The roles that transactions take (lib/platform/db.ts). */
const roles = ["app", "system", "purge", "resolver"] as const;

/** A check that has got no answer for so long may wait on a connection that is gone; the next one begins anew. */
const giveUpMs = 10_000;

let pending: { since: number; faults: Promise<Fault[]> } | undefined;

/** Checks what a request needs, within two seconds. Checks that are asked for meanwhile share one. */
export async function findFaults(): Promise<Fault[]> {
  if (!pending || Date.now() - pending.since > giveUpMs) {
    const current = { since: Date.now(), faults: lookSafely() };
    pending = current;
    void current.faults.then(() => {
      if (pending === current) pending = undefined;
    });
  }
  return Promise.race([pending.faults, sleep(timeoutMs, [unreachable], { ref: false })]);
}

async function lookSafely(): Promise<Fault[]> {
  try {
    return await look();
  } catch (error) {
    log().error({ code: "database_unreachable", reason: error instanceof Error ? error.message : "" });
    return [unreachable];
  }
}

const unreachable: Fault = { code: "database_unreachable", names: [] };

async function look(): Promise<Fault[]> {
  const missing = await missingMigrations();
  // Rights and fingerprints are in what migrations make.
  if (missing.length > 0) return [{ code: "database_unmigrated", names: missing }];
  const [rights, secrets] = [await missingRights(), await differingSecrets()];
  const faults: Fault[] = [
    { code: "database_rights", names: rights },
    { code: "secrets_differ", names: secrets },
  ];
  return faults.filter(({ names }) => names.length > 0);
}

/** Migrations that this version brings and the database lacks. Newer ones do no harm. */
export async function missingMigrations(): Promise<string[]> {
  const [row] = await db().$queryRaw<{ hasHistory: boolean; hasQueue: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "hasHistory",
      to_regclass('graphile_worker.jobs') IS NOT NULL AS "hasQueue"`;
  const wanted = await migrationNames();
  if (!row?.hasHistory) return wanted.slice(-1);
  const applied = await db().$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map(({ name }) => name));
  return [...wanted.filter((name) => !names.has(name)), ...(row.hasQueue ? [] : ["graphile_worker"])];
}

/**
 * Roles that this user may not take, tables of merchants that the portal's role may not read or in which row-level
 * security is not forced, and a search that runs with another role's rights, as after a restore without owners.
 */
export async function missingRights(): Promise<string[]> {
  const rows = await db().$queryRaw<{ name: string }[]>`
    SELECT role AS name FROM unnest(${roles.map(roleName)}::text[]) AS role
    WHERE to_regrole(role) IS NULL OR NOT pg_has_role(to_regrole(role), 'SET')
    UNION ALL
    SELECT relname::text FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND to_regrole(${roleName("app")}) IS NOT NULL
      AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND to_regrole(${roleName("app")}) = ANY (polroles))
      AND NOT (has_any_column_privilege(to_regrole(${roleName("app")}), oid, 'SELECT') AND relrowsecurity
        AND (relforcerowsecurity OR NOT EXISTS (
          SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'merchant_id')))
    UNION ALL
    SELECT 'find_link_ids' WHERE NOT EXISTS (
      SELECT FROM pg_proc WHERE proname = 'find_link_ids' AND proowner = to_regrole(${roleName("search")}))
    ORDER BY 1`;
  return rows.map(({ name }) => name);
}

let known: string[] | undefined;

async function migrationNames(): Promise<string[]> {
  known ??= (await readdir(path.join(process.cwd(), "prisma", "migrations"), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return known;
}
