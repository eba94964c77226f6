import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/bin/embedded-postgres/server";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";
import { repository } from "@/tests/support/start-portal";

const nextCommand = path.join(repository, "node_modules/next/dist/bin/next");

export type BareServer = { url: string; pid: number | undefined; stop: () => Promise<void> };

export type BareApp = {
  /** Starts it; the server answers when this resolves. */
  start: (settings?: Record<string, string>) => Promise<BareServer>;
  remove: () => Promise<void>;
};

/**
 * Builds the app in tests/bench/bare: an empty page, and the rows of a page of the history. It is the least that the
 * same Next.js can do. It is built inside the repository, so that it finds the same packages.
 */
export async function buildBareApp(): Promise<BareApp> {
  await mkdir(path.join(repository, ".data"), { recursive: true });
  const directory = await mkdtemp(path.join(repository, ".data/bare-"));
  await cp(path.join(repository, "tests/bench/bare"), directory, { recursive: true });
  const remove = () => rm(directory, { recursive: true, force: true });
  const [code] = await once(next(["build", directory], {}), "exit");
  if (code !== 0) {
    await remove();
    throw new Error("the bare app could not be built");
  }
  return { start: (settings = {}) => serve(directory, settings), remove };
}

async function serve(directory: string, settings: Record<string, string>): Promise<BareServer> {
  const port = await freePort();
  const server = next(["start", directory, "--port", String(port), "--hostname", "127.0.0.1"], settings);
  if (server.pid !== undefined) server.once("exit", killWithThisProcess(server.pid, "TERM"));
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(url).catch(() => undefined))?.ok) {
    if (server.exitCode !== null) throw new Error("the bare app could not be served");
    // As startPortal does, so that both starts are measured in the same way.
    await sleep(50);
  }
  const stop = async () => {
    server.kill();
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
  };
  return { url, pid: server.pid, stop };
}

function next(args: string[], settings: Record<string, string>): ChildProcess {
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", ...settings };
  return spawn(process.execPath, [nextCommand, ...args], { cwd: repository, stdio: "ignore", env });
}
