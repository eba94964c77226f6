import { parseEnv } from "@/lib/platform/env";

/** The roles of the database that Cobro's transactions take, and the one that reads for backups. */
const roles = ["app", "system", "purge", "search", "resolver", "backup"] as const;
export type DatabaseRole = (typeof roles)[number];

/** Names in migrations, where the setting is not known. */
const inMigrations = new RegExp(`\\bcobro_(${roles.join("|")})\\b`, "g");

/**
 * What a role is called. Roles belong to the whole server: two installations on one server have different prefixes. The name
 * has only letters, digits and underscores.
 */
export function roleName(role: DatabaseRole): string {
  prefix ??= parseEnv(process.env).DATABASE_ROLE_PREFIX;
  return `${prefix}_${role}`;
}

/** Kept apart from the other settings: some programs migrate before they know all of those. */
let prefix: string | undefined;

/** The SQL of a migration with the names that the roles have here. What is stored of its file is that of the file. */
export function withRoleNames(sql: string): string {
  return sql.replace(inMigrations, (name: string) => {
    const role = roles.find((known) => name === `cobro_${known}`);
    return role === undefined ? name : roleName(role);
  });
}
