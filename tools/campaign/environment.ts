import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "@/bin/database/migrate";
import { getClusterDir } from "@/bin/embedded-postgres/cluster";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";
import { readPostmaster } from "@/bin/embedded-postgres/postmaster";
import { disconnect } from "@/lib/platform/db";
import { startSandbox } from "@/lib/sandbox/server";

/** What a run outside of the test runner needs. Functions given to `later` are called at its end, last first. */
export type Environment = {
  directory: string;
  /** The database with the rights of a superuser, for whom row-level security does not hold. */
  adminUrl: string;
  /**
   * Fast, as an operator does it; immediate, as in a crash. When it resolves, the server is running at the same port.
   */
  restartPostgres: (how: "fast" | "immediate") => Promise<void>;
  sandboxUrl: string;
  /** The settings of every process in the run. */
  settings: Record<string, string>;
  later: (undo: () => unknown) => void;
};

/**
 * Runs `work` with a Postgres and a sandbox of its own in a temporary directory, and removes them afterwards in any
 * case. It changes the settings of this process, which must not have read any before.
 * @param options.durable as in production, where a commit is on disk before it is confirmed.
 */
export async function inEnvironment<Result>(
  options: { durable?: boolean; settings?: Record<string, string> },
  work: (environment: Environment) => Promise<Result>,
): Promise<Result> {
  const undo: (() => unknown)[] = [];
  const later = (step: () => unknown) => void undo.push(step);
  try {
    const directory = await mkdtemp(path.join(tmpdir(), "cobro-campaign-"));
    later(() => rm(directory, { recursive: true, force: true }));
    // The connections of killed processes stay open for a moment.
    const connections = 300;
    const start = () =>
      startEmbeddedPostgres({ dataDir: directory, durable: options.durable ?? false, connections });
    let postgres = await start();
    const { url, adminUrl } = postgres;
    later(() => postgres.stop());
    await migrate(url);
    const restartPostgres = async (how: "fast" | "immediate") => {
      if (how === "immediate") await crash(postgres, directory);
      await postgres.stop();
      postgres = await start();
      if (postgres.url !== url) throw new Error("Postgres moved to another port");
    };
    const sandbox = await startSandbox({ port: 0, host: "127.0.0.1", dataDir: directory });
    later(sandbox.close);
    const settings = {
      NODE_ENV: "production",
      DATA_DIR: directory,
      DATABASE_URL: url,
      TRUSTED_PROXIES: "loopback",
      NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
      ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
      PAYMENT_LINKS_API_URL: sandbox.url,
      SANDBOX_URL: sandbox.url,
      SANDBOX_PUBLIC_URL: sandbox.url,
      SIGNUP: "open",
      // Its few businesses create in a minute what others do in a day.
      LIMIT_LINKS: "100000",
      LIMIT_LINKS_FROM: "100000",
      LIMIT_LINKS_PER_HOUR: "100000",
      LOG_LEVEL: "error",
      ...options.settings,
    };
    Object.assign(process.env, settings);
    later(disconnect);
    return await work({
      ...{ directory, restartPostgres, settings, later, sandboxUrl: sandbox.url },
      adminUrl: new URL("cobro", adminUrl).href,
    });
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

/** Kills every process of the server; at the next start it recovers from the write-ahead log. */
async function crash(postgres: EmbeddedPostgres, directory: string): Promise<void> {
  const postmaster = await readPostmaster(getClusterDir(directory));
  if (!postmaster) throw new Error("Postgres does not run");
  process.kill(postmaster.pid, "SIGQUIT");
  await postgres.exited;
}
