import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/bin/embedded-postgres/server";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";
import { memorySettings, portalFlags } from "@/bin/launch/heap-limit";

export const repository = path.resolve(import.meta.dirname, "../..");

const readyTimeoutMs = 60_000;
const stopTimeoutMs = 10_000;

export type RunningPortal = {
  url: string;
  pid: number | undefined;
  /** Resolves when it ends, with the reason. */
  exited: Promise<string>;
  stop: () => Promise<void>;
};

/**
 * The built portal in a process of its own on a free port, started as `npm start` does.
 * @param settings its environment, in addition to this process's own.
 * @param logFile the file that its output is added to.
 * @param readyPath it is ready when it answers here.
 * @throws when it does not become ready; the reason is in `logFile`.
 */
export async function startPortal(
  settings: Record<string, string>,
  logFile: string,
  readyPath = "/api/health/ready",
): Promise<RunningPortal> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // Tests stand before the portal like a proxy: each of their visitors has a network address of its own.
  const where = { HOST: "127.0.0.1", PORT: String(port), APP_URL: url, TRUSTED_PROXIES: "loopback" };
  const web = await startCommand(
    "web",
    { ...where, ...memorySettings(process.env), ...settings },
    logFile,
    portalFlags,
  );
  const exited = once(web, "exit").then(([code, signal]) => String(signal ?? code));
  const stop = () => end(web);
  await untilReady(web, `${url}${readyPath}`, logFile).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, pid: web.pid, exited, stop };
}

/** The background work in a process of its own, started as `npm run worker` does. Answers a function that stops it. */
export async function startWorkerProcess(
  settings: Record<string, string>,
  logFile: string,
): Promise<() => Promise<void>> {
  const worker = await startCommand("worker", settings, logFile);
  return () => end(worker);
}

async function startCommand(
  program: string,
  settings: Record<string, string>,
  logFile: string,
  flags: string[] = [],
): Promise<ChildProcess> {
  const log = await open(logFile, "a");
  const child = spawn(process.execPath, [...flags, "bin/run.mjs", program], {
    cwd: repository,
    stdio: ["ignore", log.fd, log.fd],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...settings },
  });
  await log.close();
  if (child.pid !== undefined) child.once("exit", killWithThisProcess(child.pid, "TERM"));
  return child;
}

async function untilReady(web: ChildProcess, url: string, logFile: string): Promise<void> {
  for (const deadline = Date.now() + readyTimeoutMs; Date.now() < deadline; await sleep(50)) {
    if (hasEnded(web)) break;
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
  }
  throw new Error(`The portal did not become ready; see ${logFile}`);
}

async function end(web: ChildProcess): Promise<void> {
  if (hasEnded(web)) return;
  const exited = once(web, "exit");
  web.kill("SIGTERM");
  await Promise.race([exited, sleep(stopTimeoutMs, undefined, { ref: false })]);
  if (!hasEnded(web)) web.kill("SIGKILL");
  await exited;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
