import { CliError } from "@/bin/embedded-postgres/cli-error";
import { env } from "@/lib/platform/env";

type Setting = "DATABASE_URL" | "DATABASE_DIRECT_URL";

/**
 * The database itself, past a pooler.
 * @throws {CliError} when no database is set.
 */
export function directAddress(): { url: string; setting: Setting } {
  const { DATABASE_DIRECT_URL, DATABASE_URL } = env();
  if (DATABASE_DIRECT_URL !== undefined) return { url: DATABASE_DIRECT_URL, setting: "DATABASE_DIRECT_URL" };
  if (DATABASE_URL !== undefined) return { url: DATABASE_URL, setting: "DATABASE_URL" };
  throw new CliError("DATABASE_URL: is required");
}

/** Parameters of an address that Postgres' own programs know too. */
const known = ["sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "host"];

/** How Postgres' programs reach it. The password is no argument, because arguments are seen by everybody on a machine. */
export function forPrograms(url: string): { address: string; password: Record<string, string> } {
  const { protocol, host, username, password, pathname, searchParams } = new URL(url);
  const kept = new URLSearchParams(known.flatMap((name) => pair(name, searchParams.get(name))));
  const user = username ? `${username}@` : "";
  const query = kept.size > 0 ? `?${kept}` : "";
  return {
    address: `${protocol}//${user}${host}${pathname}${query}`,
    password: password ? { PGPASSWORD: decodeURIComponent(password) } : {},
  };
}

function pair(name: string, value: string | null): [string, string][] {
  if (value === null) return [];
  // Encrypted without asking whom one speaks to: Node's name for it, and Postgres'.
  return [[name, value === "no-verify" ? "require" : value]];
}
