import type pg from "pg";
import { roleName } from "@/lib/platform/role-name";

/** Functions that run with the rights of a role. A restored database has given them to whoever restored it. */
const functions = { find_link_ids: "search" } as const;

/** Gives each function back to its role, which must be able to make one at that moment. */
export async function giveFunctions(client: pg.Client): Promise<void> {
  for (const [name, owner] of Object.entries(functions)) {
    const role = roleName(owner);
    const { rows } = await client.query<{ signature: string }>(
      `SELECT oid::regprocedure::text AS signature FROM pg_proc
       WHERE proname = $1 AND pronamespace = 'public'::regnamespace AND proowner <> $2::regrole`,
      [name, role],
    );
    for (const { signature } of rows) {
      await client.query("BEGIN");
      await client.query(`GRANT CREATE ON SCHEMA public TO ${role}`);
      await client.query(`ALTER FUNCTION ${signature} OWNER TO ${role}`);
      await client.query(`REVOKE CREATE ON SCHEMA public FROM ${role}`);
      await client.query("COMMIT");
    }
  }
}
