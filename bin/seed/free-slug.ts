import type pg from "pg";
import { roleName } from "@/lib/platform/role-name";

/** The slug, with a random ending if another merchant has it or a removed one had it. */
export async function freeSlug(client: pg.Client, wanted: string): Promise<string> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT set_config('role', $1, true)", [roleName("system")]);
    const taken = await client.query("SELECT FROM merchants WHERE slug = $1", [wanted]);
    await client.query("SELECT set_config('role', $1, true)", [roleName("app")]);
    const reserved = await client.query("SELECT WHERE is_slug_reserved($1)", [wanted]);
    return taken.rowCount === 0 && reserved.rowCount === 0
      ? wanted
      : `${wanted}-${crypto.randomUUID().slice(0, 4)}`;
  } finally {
    await client.query("ROLLBACK");
  }
}
