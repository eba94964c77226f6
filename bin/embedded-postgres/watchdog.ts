import { spawn } from "node:child_process";

/**
 * Sends a process a signal once this one is gone, however it ended: `kill -9` too. A shell of a few hundred kilobytes
 * waits for the end of a pipe that only this process holds open.
 * @returns a function that calls it off, for when the process has ended by itself.
 */
export function killWithThisProcess(pid: number, signal: "INT" | "TERM"): () => void {
  if (process.platform === "win32") return () => {};
  const script = 'read -r line || kill -s "$1" "$2"';
  const shell = spawn("sh", ["-c", script, "sh", signal, String(pid)], {
    // Its own session: a Ctrl-C in the terminal is not for it.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  shell.unref();
  if ("unref" in shell.stdin && typeof shell.stdin.unref === "function") shell.stdin.unref();
  return () => shell.stdin.end("done\n");
}
