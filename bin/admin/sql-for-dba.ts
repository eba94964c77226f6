import pg from "pg";
import { backupRole } from "@/bin/database/backup-rights";
import { portalRoles } from "@/bin/database/refuse-server";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { env } from "@/lib/platform/env";

/** Prints what an administrator of the database runs once, for an owner who may not make roles. It changes nothing. */
export async function sqlForDba(): Promise<boolean> {
  const { DATABASE_DIRECT_URL, DATABASE_URL } = env();
  const address = DATABASE_DIRECT_URL ?? DATABASE_URL;
  if (address === undefined) throw new CliError("DATABASE_URL: is required");
  const { username, pathname } = new URL(address);
  process.stdout.write(dbaSql(decodeURIComponent(username), decodeURIComponent(pathname.slice(1))));
  return true;
}

export function dbaSql(user: string, database: string): string {
  const [owner, name] = [pg.escapeIdentifier(user), pg.escapeIdentifier(database)];
  const makeRoles = [...portalRoles(), backupRole()].map(
    (role) => `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN
    CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END $$;
GRANT ${role} TO ${owner} WITH INHERIT FALSE, SET TRUE;`,
  );
  return `-- For the administrator of the server, once, connected to the database ${name}.
-- The roles belong to the whole server; nobody can sign in as one of them, and they own no table.
${makeRoles.join("\n")}
ALTER DATABASE ${name} OWNER TO ${owner};
CREATE EXTENSION IF NOT EXISTS pg_trgm;
`;
}
