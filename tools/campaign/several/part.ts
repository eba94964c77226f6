import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { killWithThisProcess } from "@/bin/embedded-postgres/watchdog";

export type PartOptions = {
  name: string;
  /** A program and its arguments; read at every start, so that another build can take its place. */
  command: () => { file: string; args: string[]; cwd: string };
  settings: Record<string, string>;
  logs: string;
  /** Whether it does its work; a worker is taken at its word. */
  isReady?: () => Promise<boolean>;
};

const readyMs = 120_000;
/** Longer than a web process may take to finish its requests. */
const stopMs = 40_000;

/** One process of an installation, which is stopped, killed and started again. */
export class Part {
  #child: ChildProcess | null = null;
  constructor(readonly options: PartOptions) {}

  get name(): string {
    return this.options.name;
  }

  async start(): Promise<void> {
    const { command, settings, logs, isReady, name } = this.options;
    const { file, args, cwd } = command();
    const log = await open(path.join(logs, `${name}.log`), "a");
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...settings };
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", log.fd, log.fd] });
    await log.close();
    child.once("error", () => {});
    this.#child = child;
    if (child.pid === undefined) throw new CliError(`${file} is not there; the campaign needs it installed`);
    child.once("exit", killWithThisProcess(child.pid, "TERM"));
    for (const deadline = Date.now() + readyMs; isReady && !(await isReady().catch(() => false)); ) {
      if (child.exitCode !== null || Date.now() > deadline) {
        const said = (await readFile(path.join(logs, `${name}.log`), "utf8")).trim().split("\n").at(-1);
        throw new CliError(`${name} did not become ready: ${said}`);
      }
      await sleep(100);
    }
  }

  /** Asks it to stop, as an orchestrator does, or kills it; resolves when it is gone. */
  async end(signal: "SIGTERM" | "SIGKILL" | "SIGINT"): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    const isLate = await Promise.race([
      gone.then(() => false),
      sleep(stopMs, true, { ref: false }).then(() => true),
    ]);
    if (!isLate) return;
    child.kill("SIGKILL");
    await gone;
    throw new Error(`${this.name} did not end by itself`);
  }

  /** Its memory in megabytes, with the processes that it has started; null where the system does not tell. */
  async memory(): Promise<number | null> {
    const { pid } = this.#child ?? {};
    if (pid === undefined) return null;
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
    const sizes = await Promise.all([String(pid), ...children.split(" ").filter(Boolean)].map(residentMb));
    return sizes.reduce((sum, size) => sum + size, 0) || null;
  }
}

async function residentMb(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}
