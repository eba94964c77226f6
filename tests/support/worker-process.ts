import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { repository } from "@/tests/support/start-portal";

export type WorkerProcess = { child: ChildProcess; end: (signal: NodeJS.Signals) => Promise<number | null> };

/** `npm run worker` in a process of its own, with this process's settings; its output is this process's. */
export function startWorkerProcess(settings: Record<string, string> = {}): WorkerProcess {
  const child = spawn(process.execPath, ["bin/run.mjs", "worker"], {
    cwd: repository,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...settings },
  });
  const exited = once(child, "exit");
  return {
    child,
    end: async (signal) => {
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}
