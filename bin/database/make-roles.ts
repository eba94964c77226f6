import type pg from "pg";

/**
 * Makes the roles that are missing, and lets this user become each of them. Roles belong to the whole server, so that
 * another database's owner may be making the same ones right now.
 * @throws the server's error when this user may do neither.
 */
export async function makeRoles(client: pg.Client, names: readonly string[]): Promise<void> {
  for (const name of names) await client.query(makeRole(name));
}

/** As the first migration does it, which says why it is a loop and why rights are not inherited. */
function makeRole(name: string): string {
  return `DO $$
DECLARE
  attempts int := 0;
BEGIN
  LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN
        CREATE ROLE ${name} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
      END IF;
      IF NOT EXISTS (
        SELECT FROM pg_auth_members
        WHERE roleid = '${name}'::regrole AND member = CURRENT_USER::regrole AND set_option
      ) THEN
        GRANT ${name} TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
      END IF;
      EXIT;
    EXCEPTION WHEN duplicate_object OR unique_violation OR internal_error THEN
      attempts := attempts + 1;
      IF attempts = 10 THEN RAISE; END IF;
      PERFORM pg_sleep(0.05 * attempts);
    END;
  END LOOP;
END
$$`;
}
