import type pg from "pg";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { roleName } from "@/lib/platform/role-name";

/** Older versions do not have grants WITH INHERIT FALSE, which the roles need. */
const oldestServer = 160_000;

/**
 * The roles that the portal's transactions use (lib/platform/db.ts). They belong to the whole server and not to one
 * database.
 */
export function portalRoles(): string[] {
  return (["app", "system", "purge", "search", "resolver"] as const).map(roleName);
}

type Standing = {
  user: string;
  isSuperuser: boolean;
  mayMakeRoles: boolean;
  mayMakeTables: boolean;
  missing: string[] | null;
  /** Roles that exist, but that this user can neither use nor grant to itself. */
  strange: string[] | null;
};

/**
 * Checks before any migration what would make one fail half-way.
 * @throws {CliError} in one line with the command to run, when the server is too old or the user has too few rights.
 */
export async function refuseServer(client: pg.Client, setting: string): Promise<void> {
  const { rows: versions } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  );
  if ((versions[0]?.version ?? 0) < oldestServer) {
    throw new CliError(`${setting}: the server must be Postgres 16 or newer`);
  }
  const { rows } = await client.query<Standing>(
    `SELECT quote_ident(CURRENT_USER) AS "user", own.rolsuper AS "isSuperuser", own.rolcreaterole AS "mayMakeRoles",
       has_database_privilege(current_database(), 'CREATE') AND has_schema_privilege('public', 'CREATE') AS "mayMakeTables",
       (SELECT array_agg(name) FROM unnest($1::text[]) AS name WHERE NOT EXISTS (
         SELECT FROM pg_roles WHERE rolname = name)) AS missing,
       (SELECT array_agg(rolname::text) FROM pg_roles AS role WHERE rolname = ANY ($1) AND NOT EXISTS (
         SELECT FROM pg_auth_members
         WHERE roleid = role.oid AND member = own.oid AND (set_option OR admin_option))) AS strange
     FROM pg_roles AS own WHERE own.rolname = CURRENT_USER`,
    [portalRoles()],
  );
  const [standing] = rows;
  const way = standing && !standing.isSuperuser && wayOut(standing);
  if (way) throw new CliError(`${setting}: ${way}`);
}

function wayOut({ user, mayMakeRoles, mayMakeTables, missing, strange }: Standing): string | null {
  if (!mayMakeTables) {
    return `the user ${user} may not make tables; let it own the database: ALTER DATABASE … OWNER TO ${user}`;
  }
  if (strange) {
    const names = strange.join(", ");
    return (
      `another database on this server has made the roles ${names}, and ${user} may not become them; ` +
      `set another DATABASE_ROLE_PREFIX, or, as the server's superuser, run: ` +
      `GRANT ${names} TO ${user} WITH INHERIT FALSE, SET TRUE`
    );
  }
  if (missing && !mayMakeRoles) {
    return (
      `the user ${user} may not make roles; as the server's superuser run: ALTER ROLE ${user} CREATEROLE; ` +
      "or run what npm run admin -- sql-for-dba prints"
    );
  }
  return null;
}
