import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type FileHandle, open, rename, stat } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Account, asAccount } from "@/bin/embedded-postgres/account";
import { getClusterDir, postgresEnv } from "@/bin/embedded-postgres/cluster";
import { readPostmaster } from "@/bin/embedded-postgres/postmaster";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";

const logLimitBytes = 10_000_000;
const readyTimeoutMs = 300_000;

/** A server that accepts connections on 127.0.0.1. `exited` resolves when it ends for any reason. */
export type Server = { pid: number; port: number; exited: Promise<void> };

type Settings = {
  dataDir: string;
  postgres: string;
  account: Account | undefined;
  port: number;
  durable: boolean;
  /** The most connections at once. */
  connections: number;
};

/**
 * Starts the server and waits until it accepts connections.
 * @throws Error with the end of its log if it stops.
 */
export async function startServer(settings: Settings): Promise<Server> {
  const clusterDir = getClusterDir(settings.dataDir);
  const logFile = path.join(settings.dataDir, "postgres.log");
  await keepLogShort(logFile);
  for (let attempt = 1; ; attempt += 1) {
    const port = attempt === 1 && (await isFree(settings.port)) ? settings.port : await freePort();
    const log = await open(logFile, "a+", 0o600);
    try {
      const { size } = await log.stat();
      const child = await spawnServer({ ...settings, port }, clusterDir, log.fd);
      const { pid } = child;
      if (pid !== undefined && (await isReady(child, pid, clusterDir))) {
        return { pid, port, exited: ended(child) };
      }
      const said = await readFrom(log, size);
      if (attempt === 5 || !isPassing(said))
        throw new Error(`Postgres did not start. ${lastLines(said, logFile)}`);
      await sleep(300 * attempt);
    } finally {
      await log.close();
    }
  }
}

/** A port of 127.0.0.1 that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (!address || typeof address === "string") throw new Error("no free port on 127.0.0.1");
  return address.port;
}

async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  const free = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (free) await new Promise((resolve) => server.close(resolve));
  return free;
}

async function spawnServer(settings: Settings, clusterDir: string, log: number): Promise<ChildProcess> {
  const options = {
    listen_addresses: "127.0.0.1",
    port: settings.port,
    unix_socket_directories: "",
    max_connections: settings.connections,
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(settings.durable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { account, postgres } = settings;
  const { file, args, ...as } = await asAccount(account, postgres, ["-D", clusterDir, ...flags], clusterDir);
  // In a session of its own: Ctrl-C in the terminal then reaches only the launcher, which stops Postgres last.
  const child = spawn(file, args, { ...as, detached: true, stdio: ["ignore", log, log], env: postgresEnv() });
  await once(child, "spawn");
  if (child.pid !== undefined) {
    const callOff = killWithThisProcess(child.pid, "INT");
    child.once("exit", callOff);
  }
  child.unref();
  return child;
}

/** Reads the server's state from its file: a connection could reach another server on that port. */
async function isReady(child: ChildProcess, pid: number, clusterDir: string): Promise<boolean> {
  for (const deadline = Date.now() + readyTimeoutMs; Date.now() < deadline; await sleep(20)) {
    if (hasEnded(child)) return false;
    const reported = await readPostmaster(clusterDir);
    if (reported?.pid === pid && reported.ready) return true;
  }
  child.kill("SIGINT");
  return false;
}

async function ended(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, "exit");
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Problems that pass: the port was taken for a moment, or the last processes of a killed server are still ending. */
function isPassing(said: string): boolean {
  return /could not bind|could not create any TCP\/IP sockets|shared memory block .* still in use/.test(said);
}

function lastLines(said: string, logFile: string): string {
  const lines = said.trim().split("\n").slice(-3).join(" | ");
  return `${lines || "It said nothing."} (more in ${logFile})`;
}

async function readFrom(log: FileHandle, position: number): Promise<string> {
  const { buffer, bytesRead } = await log.read(Buffer.alloc(64_000), 0, 64_000, position);
  return buffer.toString("utf8", 0, bytesRead);
}

async function keepLogShort(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimitBytes) await rename(logFile, `${logFile}.old`);
}
