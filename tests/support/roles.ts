import pg from "pg";
import { inject } from "vitest";
import type { Role } from "@/lib/domain/members/schema";
import { insertMembership } from "@/tests/fixtures/membership";
import type { HttpVisitor } from "@/tests/support/http-visitor";
import { type Owner, type Person, signedUp } from "@/tests/support/people";

/** Runs one statement with the rights of a superuser, for whom row-level security does not hold. */
export async function asSuperuser(text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  return withSuperuser((admin) => admin.query(text, values));
}

/** The same for builders, which need a connection. */
export async function withSuperuser<Result>(work: (admin: pg.Client) => Promise<Result>): Promise<Result> {
  const admin = new pg.Client({ connectionString: inject("portal").adminUrl });
  await admin.connect();
  return work(admin).finally(() => admin.end());
}

/** A new person in the owner's team, without an invitation. */
export async function teammate(
  { slug }: Owner,
  role: Role,
): Promise<{ person: Person; http: HttpVisitor; remove: () => Promise<unknown> }> {
  const { http, person } = await signedUp();
  const found = await asSuperuser(
    "SELECT merchant_id, id AS user_id FROM merchants, users WHERE slug = $1 AND email = $2",
    [slug, person.email],
  );
  await withSuperuser((admin) => insertMembership(admin, { ...found.rows[0], role }));
  const remove = () =>
    asSuperuser(
      `UPDATE memberships SET removed_at = now() FROM users WHERE users.id = user_id AND email = $1`,
      [person.email],
    );
  return { person, http, remove };
}
