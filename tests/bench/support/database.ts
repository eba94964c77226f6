import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { migrate } from "@/bin/database/migrate";
import { startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";
import { disconnect } from "@/lib/platform/db";

/**
 * Runs a benchmark on a Postgres of its own, which is removed afterwards in any case. `admin` has the rights of a
 * superuser, for whom row-level security does not hold. No setting may have been read before.
 */
export async function onDatabase(
  work: (admin: pg.Client) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "cobro-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir, durable: false });
  const admin = new pg.Client({ connectionString: new URL("cobro", postgres.adminUrl).href });
  try {
    Object.assign(process.env, {
      DATA_DIR: dataDir,
      DATABASE_URL: postgres.url,
      NEXTAUTH_SECRET: "a secret of the benchmark, of no use to anyone else",
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
      LOG_LEVEL: process.env.LOG_LEVEL || "error",
      ...settings,
    });
    await migrate(postgres.url);
    await admin.connect();
    await work(admin);
  } finally {
    await admin.end();
    await disconnect();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  // The migration engine keeps a timer of ten seconds running, which would delay the exit.
  process.exit();
}
