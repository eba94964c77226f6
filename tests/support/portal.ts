import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/bin/database/migrate";
import { startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";
import { startSandbox } from "@/lib/sandbox/server";
import { repository, startPortal, startWorkerProcess } from "@/tests/support/start-portal";

/** What the tests of the built portal share: a portal with everything it needs. */
export type TestPortal = {
  url: string;
  /** The sandbox that "Use the sandbox" connects to. */
  sandboxUrl: string;
  /** Another one that acts as 4Geeks: pasted keys belong to its accounts, and its links have https addresses. */
  upstreamUrl: string;
  /** The database with the rights of a superuser, for whom row-level security does not hold. */
  adminUrl: string;
  /** Everything that the portal stores: the files of the database and of the sandbox. */
  dataDir: string;
  logFile: string;
  /** Its settings, for a second portal on the same database. */
  settings: Record<string, string>;
};

declare module "vitest" {
  interface ProvidedContext {
    portal: TestPortal;
  }
}

/** The address of the pay pages of the simulator of 4Geeks. Nothing is ever sent there. */
export const upstreamPublicUrl = "https://pay.upstream.example";

/** Long enough for a busy machine: after it a link is unconfirmed, and a test that waits for its code waits in vain. */
const upstreamTimeoutMs = 5_000;

/** Called in the reverse order. */
const undo: (() => Promise<unknown>)[] = [];

export async function setup(project: TestProject): Promise<void> {
  try {
    project.provide("portal", await startTestPortal());
  } catch (error) {
    await teardown();
    throw error;
  }
}

export async function teardown(): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

/** Starts everything; `teardown` stops it. */
export async function startTestPortal(): Promise<TestPortal> {
  const directory = await mkdtemp(path.join(tmpdir(), "cobro-e2e-"));
  undo.push(() => rm(directory, { recursive: true, force: true }));
  const dataDir = path.join(directory, "data");
  const [database, sandbox, upstream] = await Promise.all([
    startDatabase(dataDir),
    startUpstream(dataDir),
    startUpstream(path.join(directory, "upstream"), upstreamPublicUrl),
    build(),
  ]);
  const settings = {
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
    SANDBOX_URL: sandbox,
    SANDBOX_PUBLIC_URL: sandbox,
    PAYMENT_LINKS_API_URL: upstream,
    PAYMENT_LINKS_TIMEOUT_MS: String(upstreamTimeoutMs),
    SIGNUP: "open",
    // All log messages, so that a test can look for secrets in them.
    LOG_LEVEL: "trace",
  };
  const logFile = path.join(directory, "portal.log");
  const { url, exited, stop } = await startPortal(settings, logFile);
  undo.push(stop, await startWorkerProcess(settings, logFile));
  void exited.then(async (how) => {
    if (undo.length > 0)
      console.error(`The portal ended (${how}):\n${(await readFile(logFile, "utf8")).slice(-4_000)}`);
  });
  const { adminUrl } = database;
  const around = { sandboxUrl: sandbox, upstreamUrl: upstream, adminUrl };
  return { url, dataDir, logFile, settings, ...around };
}

/** Builds the portal, unless the last build was made from the same sources. */
async function build(): Promise<void> {
  const args = ["--import", "tsx", "bin/build.ts"];
  const [code] = await once(spawn(process.execPath, args, { cwd: repository, stdio: "inherit" }), "exit");
  if (code !== 0) throw new Error("The portal could not be built; see above");
}

async function startDatabase(dataDir: string): Promise<{ url: string; adminUrl: string }> {
  const { url, adminUrl, stop } = await startEmbeddedPostgres({ dataDir, durable: false });
  undo.push(stop);
  await migrate(url);
  return { url, adminUrl: new URL("cobro", adminUrl).href };
}

async function startUpstream(dataDir: string, publicUrl?: string): Promise<string> {
  const { url, close } = await startSandbox({ port: 0, host: "127.0.0.1", dataDir, publicUrl });
  undo.push(close);
  return url;
}
