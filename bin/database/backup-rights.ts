import pg from "pg";
import { makeRoles } from "@/bin/database/make-roles";
import { roleName } from "@/lib/platform/role-name";

/** Reads every row for a backup, and writes nothing. Row-level security hides merchants' rows from the owner too. */
export function backupRole(): string {
  return roleName("backup");
}

/** The user may neither make the role nor become it; a table is in use for long. */
const excused = new Set(["42501", "55P03"]);

const ours = `relkind IN ('r', 'p', 'S') AND relnamespace IN (
  SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'graphile_worker'))
  AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e')`;

type Gap = { name: string; isSequence: boolean; lacksGrant: boolean; lacksPolicy: boolean };

/**
 * Lets the backup's role read every table that there is, also those that the last migration made. Each statement is a
 * transaction of its own, which waits shortly for its table, because the portal may be serving. What cannot be had now
 * is named by `missingBackupRights`; nothing but a backup needs it.
 */
export async function giveBackupRights(client: pg.Client): Promise<void> {
  try {
    await client.query("SET lock_timeout = '5s'");
    await makeRoles(client, [backupRole()]);
    await client.query(`GRANT USAGE ON SCHEMA public, graphile_worker TO ${backupRole()}`);
    for (const { name, isSequence, lacksGrant, lacksPolicy } of await findGaps(client)) {
      if (lacksGrant) {
        await client.query(`GRANT SELECT ON ${isSequence ? "SEQUENCE " : ""}${name} TO ${backupRole()}`);
      }
      if (lacksPolicy) {
        await client.query(`CREATE POLICY backup ON ${name} FOR SELECT TO ${backupRole()} USING (true)`);
      }
    }
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && excused.has(error.code ?? ""))) throw error;
  }
}

/** Tables and sequences of which a backup would lack rows; the role's name when there is no such role. */
export async function missingBackupRights(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ isReady: boolean | null }>(
    "SELECT pg_has_role(to_regrole($1), 'SET') AS \"isReady\"",
    [backupRole()],
  );
  if (!rows[0]?.isReady) return [backupRole()];
  return (await findGaps(client)).map(({ name }) => name);
}

async function findGaps(client: pg.Client): Promise<Gap[]> {
  const { rows } = await client.query<Gap>(
    `SELECT * FROM (
       SELECT oid::regclass::text AS name, relkind = 'S' AS "isSequence",
         NOT CASE WHEN relkind = 'S' THEN has_sequence_privilege(to_regrole($1), oid, 'SELECT')
           ELSE has_table_privilege(to_regrole($1), oid, 'SELECT') END AS "lacksGrant",
         relrowsecurity AND NOT EXISTS (
           SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polpermissive AND polcmd IN ('r', '*')
             AND to_regrole($1) = ANY (polroles) AND pg_get_expr(polqual, polrelid) = 'true') AS "lacksPolicy"
       FROM pg_class WHERE ${ours}
     ) AS found WHERE "lacksGrant" OR "lacksPolicy" ORDER BY name`,
    [backupRole()],
  );
  return rows;
}
