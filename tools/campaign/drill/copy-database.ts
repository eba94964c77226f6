import pg from "pg";
import { disconnect } from "@/lib/platform/db";

/** How a database is saved, lost, and brought back. */
export type BackupMethod = {
  save: () => Promise<void>;
  /** The database is gone, as with its machine, and an empty one or none is in its place. */
  lose: () => Promise<void>;
  bringBack: () => Promise<void>;
};

/** A copy within the server, where `pg_dump` is older than that. @param adminUrl a superuser's, with the database in it. */
export function copyDatabase(adminUrl: string, owner: string): BackupMethod {
  const name = new URL(adminUrl).pathname.slice(1);
  const copy = `${name}_saved`;
  return {
    save: () => run(`CREATE DATABASE ${copy} OWNER ${owner} TEMPLATE ${name}`, name),
    lose: () => run(`DROP DATABASE ${name} WITH (FORCE)`, name),
    bringBack: async () => {
      await run(`CREATE DATABASE ${name} OWNER ${owner} TEMPLATE ${copy}`, copy);
      await run(`DROP DATABASE ${copy} WITH (FORCE)`, copy);
    },
  };

  /** Nobody may be connected to a database that is copied. */
  async function run(statement: string, source: string): Promise<void> {
    await disconnect();
    const admin = new pg.Client({ connectionString: new URL("postgres", adminUrl).href });
    await admin.connect();
    try {
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
        source,
      ]);
      await admin.query(statement);
    } finally {
      await admin.end();
    }
  }
}
