import pg from "pg";
import { inject } from "vitest";
import type { Role } from "@/lib/domain/members/schema";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { type Owner, type Person, signedUp } from "@/tests/support/people";

/** One statement as the database's superuser, whom no row-level security stops. */
export async function asSuperuser(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: inject("portal").adminUrl });
  await client.connect();
  return client.query(text, values).finally(() => client.end());
}

/** Somebody new in the owner's team, without an invitation. */
export async function teammate(
  { slug }: Owner,
  role: Role,
): Promise<{ person: Person; http: HttpVisitor; remove: () => Promise<unknown> }> {
  const { http, person } = await signedUp();
  await asSuperuser(
    `INSERT INTO memberships (merchant_id, user_id, role)
     SELECT merchant_id, users.id, $3::role FROM merchants, users WHERE slug = $1 AND email = $2`,
    [slug, person.email, role],
  );
  const remove = () =>
    asSuperuser(
      `UPDATE memberships SET removed_at = now() FROM users WHERE users.id = user_id AND email = $1`,
      [person.email],
    );
  return { person, http, remove };
}
