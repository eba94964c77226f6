import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";
import type { Running } from "@/bin/process/keep-running";
import type { Supervisor } from "@/bin/process/supervisor";

/** How long a child process may take to finish. Postgres is stopped afterwards, in the rest of the 10 seconds. */
const stopTimeoutMs = 5_000;

type Env = Record<string, string | undefined>;

/**
 * Starts a Node program that runs until it is stopped. It ends with this process, even when that is killed.
 * @param env its whole environment: nothing of this process's own is added.
 */
export function startNode(args: string[], env: Env): Running {
  const child = spawnNode(args, env, "inherit");
  return { exited: ended(child), stop: () => stop(child) };
}

/**
 * Runs a Node program to its end. It prints only a line every ten seconds; if the program fails, its output is printed.
 * @throws {CliError} when it fails.
 */
export async function runNode(
  supervisor: Supervisor,
  task: { doing: string; args: string[]; env: Env },
): Promise<void> {
  const child = spawnNode(task.args, task.env, "pipe");
  const exited = ended(child);
  supervisor.addTask({ exited, stop: () => stop(child) });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const startedAt = Date.now();
  const progress = setInterval(() => {
    console.log(`  still ${task.doing}, ${Math.round((Date.now() - startedAt) / 1000)} s`);
  }, 10_000);
  const how = await exited;
  clearInterval(progress);
  if (child.exitCode === 0) return;
  console.error(output);
  // So ends a process for which the machine has no memory.
  const hint = child.signalCode === "SIGKILL" ? " It may need more memory: a build takes 1 GB." : "";
  throw new CliError(`Failed while ${task.doing} (${how}); what it said is above.${hint}`);
}

function spawnNode(args: string[], env: Env, output: "inherit" | "pipe"): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: { NODE_ENV: process.env.NODE_ENV, ...env },
    stdio: ["ignore", output, output],
    // In a process group of its own: Ctrl-C in the terminal then reaches only the launcher, which stops everything in
    // order.
    detached: process.platform !== "win32",
  });
  if (child.pid !== undefined) child.once("exit", killWithThisProcess(child.pid, "TERM"));
  return child;
}

async function ended(child: ChildProcess): Promise<string> {
  try {
    const [code, signal] = await once(child, "exit");
    return signal ? `signal ${signal}` : `exit code ${code}`;
  } catch (error) {
    // The operating system has not started it, as when it has no memory left.
    return String(error);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exited = once(child, "exit");
  signalGroup(child, "SIGTERM");
  await Promise.race([exited, sleep(stopTimeoutMs, undefined, { ref: false })]);
  if (hasEnded(child)) return;
  signalGroup(child, "SIGKILL");
  await exited;
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined && process.platform !== "win32") process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended meanwhile.
  }
}
