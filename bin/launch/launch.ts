import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { freePort } from "@/bin/embedded-postgres/server";
import { startDatabase } from "@/bin/launch/database";
import { memorySettings, portalFlags } from "@/bin/launch/heap-limit";
import { isSmallMachine } from "@/bin/launch/machine";
import { localAddress, networkAddresses, refuseTakenPort } from "@/bin/launch/ports";
import { prepareClient, preparePortal } from "@/bin/launch/prepare";
import { startSandboxProcess } from "@/bin/launch/sandbox";
import { applyLocalSecrets } from "@/bin/launch/secrets";
import { startNode } from "@/bin/process/child";
import { supervise } from "@/bin/process/supervisor";
import { type Env, env, requireSetting } from "@/lib/platform/env";
import { keyProvider } from "@/lib/platform/secret-box/key-provider";

const readyTimeoutMs = 120_000;

/**
 * Starts everything in one terminal: database, sandbox, portal and worker. Each is a process of its own, so that one
 * that dies takes no other with it, and is started again.
 */
export async function launch(mode: "production" | "development"): Promise<void> {
  await supervise(async (supervisor) => {
    const settings = await readSettings();
    const withSandbox = settings.SANDBOX === "on";
    await refuseTakenPort("PORT", settings.PORT, settings.HOST);
    if (withSandbox) await refuseTakenPort("SANDBOX_PORT", settings.SANDBOX_PORT, settings.HOST);

    const childEnv = {
      NODE_ENV: mode,
      NEXT_TELEMETRY_DISABLED: "1",
      // Everything here ends within ten seconds.
      SHUTDOWN_TIMEOUT_MS: "4000",
      // What the parts print has its control characters written out, colors too.
      ...(mode === "production" && { NO_COLOR: "1" }),
      // Next builds each page when it is asked for, which only one process can do.
      ...(mode === "development" && { WEB_CONCURRENCY: "1" }),
      // With a HOST that is not this machine's loopback address, the portal shows the sandbox this.
      SANDBOX_TOKEN: settings.SANDBOX_TOKEN ?? randomBytes(32).toString("base64url"),
    };
    const prepared = mode === "production" ? preparePortal(supervisor) : prepareClient(supervisor);
    if (isSmallMachine()) await prepared;
    const [databaseUrl] = await Promise.all([
      startDatabase(supervisor, settings),
      prepared,
      withSandbox && supervisor.keep({ name: "the sandbox", start: () => startSandboxProcess(childEnv) }),
    ]);
    const portalEnv = {
      ...process.env,
      ...childEnv,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_URL: settings.APP_URL,
    };
    const args = [...portalFlags, "bin/run.mjs", "web"];
    const portal = await supervisor.keep({
      name: "the portal",
      start: () => startNode(args, { ...portalEnv, ...memorySettings(process.env) }),
    });
    await supervisor.keep({
      name: "the worker",
      start: () => startNode(["bin/run.mjs", "worker"], portalEnv),
    });
    await Promise.race([
      untilReady(localAddress(settings.HOST, settings.PORT)),
      // What ends during its first start would do so again, and its last line says why.
      portal.firstEnd.then((how) => Promise.reject(new CliError(`The portal did not start (${how}).`))),
    ]);
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
