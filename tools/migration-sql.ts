/**
 * The text of a new migration: what Prisma's diff writes, and what Prisma cannot express. Each new table with a
 * `merchant_id` gets the grants and the policy of a tenant table; every other new table gets a reminder.
 */
export function migrationSql(diff: string): string {
  const tables = [...diff.matchAll(/^CREATE TABLE "(\w+)" \(([\s\S]*?)^\);/gm)].map(
    ([, name = "", columns = ""]) => ({ name, isTenant: columns.includes('"merchant_id" UUID NOT NULL') }),
  );
  const parts = [
    '-- The first half, up to "Roles", is what Prisma\'s diff writes for schema.prisma. The second half is by hand.',
    diff.trim() || "-- schema.prisma asks for no change.",
    `-- Roles ${"-".repeat(109)}`,
    ...tables.map(({ name, isTenant }) => (isTenant ? tenantTable(name) : sharedTable(name))),
    `-- Checks ${"-".repeat(108)}`,
    "-- What no row may ever say, as constraints with names.",
  ];
  return `${parts.join("\n\n")}\n`;
}

function tenantTable(name: string): string {
  const isCurrent = `"merchant_id" = NULLIF(current_setting('app.merchant_id', true), '')::uuid`;
  return `-- Take away what the application never does. Rows that are removed stay, with a date, unless nothing points at them.
GRANT SELECT, INSERT, UPDATE ON "${name}" TO "cobro_app";

ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY;

CREATE POLICY "tenant" ON "${name}" TO "cobro_app"
  USING (${isCurrent})
  WITH CHECK (${isCurrent});`;
}

function sharedTable(name: string): string {
  return `-- "${name}" belongs to no merchant, so no role but the owner may use it. Name it, with the reason, in
-- the tenant catalogue's test, and grant here what "cobro_app" or "cobro_system" needs of it.`;
}
