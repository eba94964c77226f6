import { spawn } from "node:child_process";
import { plainEnvironment } from "@/bin/embedded-postgres/plain-environment";

/**
 * Sends a signal to a process after this process has ended, even by `kill -9`. A small shell waits for the end of a
 * pipe that only this process holds open.
 * @returns a function that cancels it, for when the process has ended by itself.
 */
export function killWithThisProcess(pid: number, signal: "INT" | "TERM"): () => void {
  if (process.platform === "win32") return () => {};
  const script = 'read -r line || kill -s "$1" "$2"';
  const shell = spawn("sh", ["-c", script, "sh", signal, String(pid)], {
    // In a session of its own, so that Ctrl-C in the terminal does not reach it.
    detached: true,
    env: { NODE_ENV: process.env.NODE_ENV, ...plainEnvironment() },
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  shell.unref();
  if ("unref" in shell.stdin && typeof shell.stdin.unref === "function") shell.stdin.unref();
  return () => shell.stdin.end("done\n");
}
