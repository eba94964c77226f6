import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { repository } from "@/tests/support/start-portal";

export type AdminRun = { code: number | null; signal: string | null; stdout: string; stderr: string };

/** Runs `npm run admin -- <args>` in a process of its own, with this process's settings and those given. */
export function startAdmin(
  args: string[],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<AdminRun> } {
  const child = spawn(process.execPath, ["bin/run.mjs", "admin", ...args], {
    cwd: repository,
    env: { ...process.env, ...env },
  });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    said.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said.stderr += chunk;
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, ...said }));
  return { child, ended };
}

export function runAdmin(...args: string[]): Promise<AdminRun> {
  return startAdmin(args).ended;
}
