import { execFile } from "node:child_process";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const fastShutdownMs = 3_500;
const immediateShutdownMs = 1_000;

/** What the server has written into `postmaster.pid`. */
export async function readPostmaster(
  clusterDir: string,
): Promise<{ pid: number; ready: boolean } | undefined> {
  const text = await readFile(path.join(clusterDir, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, ready: lines[7]?.trim() === "ready" } : undefined;
}

/**
 * Prepares a directory for a server. A server that a killed launcher left running is stopped. A `postmaster.pid` with
 * the process id of another program is removed, because Postgres would take that program for a server.
 */
export async function clearTheWay(clusterDir: string): Promise<void> {
  const found = await readPostmaster(clusterDir);
  if (!found || !isAlive(found.pid)) return;
  if (await isServerOn(found.pid, clusterDir)) await stopServer(found.pid);
  else await rm(path.join(clusterDir, "postmaster.pid"), { force: true });
}

/** Fast shutdown. If that takes too long an immediate one, from which Postgres recovers at its next start. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, "SIGINT");
  if (await endsWithin(pid, fastShutdownMs)) return;
  signal(pid, "SIGQUIT");
  if (await endsWithin(pid, immediateShutdownMs)) return;
  signal(pid, "SIGKILL");
  await endsWithin(pid, immediateShutdownMs);
}

/** The working directory of a server is its data directory; where that cannot be read, its command line names it. */
async function isServerOn(pid: number, clusterDir: string): Promise<boolean> {
  const directory = await realpath(clusterDir);
  if (process.platform === "linux") {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => "")) === directory;
  }
  const ps = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({
    stdout: "",
  }));
  return ps.stdout.includes(clusterDir);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}

async function endsWithin(pid: number, timeoutMs: number): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; ) {
    if (!isAlive(pid)) return true;
    await sleep(20);
  }
  return !isAlive(pid);
}
