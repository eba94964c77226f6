import { setTimeout as sleep } from "node:timers/promises";
import { migrate } from "@/bin/database/migrate";
import { migrateDatabase } from "@/bin/database/migrate-database";
import { startEmbeddedPostgres } from "@/bin/embedded-postgres/embedded-postgres";
import { freePort } from "@/bin/embedded-postgres/server";
import { localAddress, networkAddresses, refuseTakenPort } from "@/bin/launch/ports";
import { commandFile, prepareClient, preparePortal } from "@/bin/launch/prepare";
import { applyLocalSecrets } from "@/bin/launch/secrets";
import { startNode } from "@/bin/process/child";
import { type Supervisor, supervise } from "@/bin/process/supervisor";
import { type Env, env, requireSetting } from "@/lib/platform/env";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";

const readyTimeoutMs = 120_000;

/** Starts everything in one terminal: database, sandbox, portal and worker. */
export async function launch(mode: "production" | "development"): Promise<void> {
  await supervise(async (supervisor) => {
    const settings = await readSettings();
    const withSandbox = settings.SANDBOX === "on";
    await refuseTakenPort("PORT", settings.PORT, settings.HOST);
    if (withSandbox) await refuseTakenPort("SANDBOX_PORT", settings.SANDBOX_PORT, settings.HOST);

    const childEnv = { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: "1" };
    const prepare = mode === "production" ? preparePortal : prepareClient;
    const [databaseUrl] = await Promise.all([
      startDatabase(supervisor, settings),
      prepare(supervisor),
      withSandbox &&
        supervisor.add(startNode("the sandbox", ["--import", "tsx", "bin/sandbox.ts"], childEnv)),
    ]);
    const portalEnv = { ...childEnv, DATABASE_URL: databaseUrl, NEXTAUTH_URL: settings.APP_URL };
    if (mode === "production") {
      const portal = ["--import", "tsx", "bin/web.ts", "--with-worker"];
      supervisor.add(startNode("the portal", portal, portalEnv));
    } else {
      supervisor.add(startNode("the portal", nextDev(settings), portalEnv));
      supervisor.add(startNode("the worker", ["--import", "tsx", "bin/worker.ts"], portalEnv));
    }
    await untilReady(localAddress(settings.HOST, settings.PORT));
    announce(settings);
  });
}

/**
 * Reads the settings, chooses a free port for each that is 0, and creates the secrets. When a database is given, the
 * secrets must be given too.
 */
async function readSettings(): Promise<Env> {
  for (const name of ["PORT", "SANDBOX_PORT"]) {
    if (process.env[name] === "0") process.env[name] = String(await freePort());
  }
  const settings = env();
  if (settings.DATABASE_URL) {
    requireSetting("NEXTAUTH_SECRET");
    keyProvider();
  } else if (await applyLocalSecrets(settings.DATA_DIR)) {
    console.log(`Made secrets in ${settings.DATA_DIR}/secrets.env; keep a copy of that file.`);
  }
  return settings;
}

async function startDatabase(supervisor: Supervisor, settings: Env): Promise<string> {
  const given = settings.DATABASE_URL;
  const url = given ?? (await startOwnDatabase(supervisor, settings.DATA_DIR));
  const applied = await (given === undefined ? migrate(url) : migrateDatabase(given));
  if (applied.length > 0) console.log(`The database is up to date (${applied.length} migrations applied).`);
  return url;
}

async function startOwnDatabase(supervisor: Supervisor, dataDir: string): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDir });
  supervisor.add({
    name: `the database (see ${dataDir}/postgres.log)`,
    exited: postgres.exited.then(() => "it stopped"),
    stop: postgres.stop,
    last: true,
  });
  return postgres.url;
}

function nextDev({ PORT, HOST }: Env): string[] {
  return [commandFile("next/dist/bin/next"), "dev", "--port", String(PORT), "--hostname", HOST];
}

async function untilReady(address: string): Promise<void> {
  for (const deadline = Date.now() + readyTimeoutMs; Date.now() < deadline; await sleep(50)) {
    const response = await fetch(`${address}/api/health/ready`).catch(() => undefined);
    await response?.text();
    if (response?.ok) return;
  }
  throw new Error(`The portal did not become ready within ${readyTimeoutMs / 1000} s.`);
}

function announce(settings: Env): void {
  console.log(`\nCobro is ready at ${settings.APP_URL}`);
  // Browsers would not keep the cookies of an https portal at a plain http address.
  const isSecure = settings.APP_URL.startsWith("https:");
  for (const address of isSecure ? [] : networkAddresses(settings.HOST, settings.PORT)) {
    console.log(`  on the same network, from a phone: ${address}`);
  }
  if (!settings.DATABASE_URL) console.log(`  the data is in ${settings.DATA_DIR}`);
  console.log("  Ctrl-C stops it\n");
}
