import { readFileSync } from "node:fs";

/** The processor's ticks per second, in which Linux counts the time of a process. */
const ticksPerSecond = 100;

/** How long a process has been running on a processor, in all its threads, in milliseconds. */
export function processorMs(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticksPerSecond;
}

/** The memory of a process and of those that it has started, in MB; 0 when it has ended. */
export function residentMegabytes(pid: number | undefined): number {
  if (pid === undefined) return 0;
  try {
    const own = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + residentMegabytes(Number(child)), Number(own) / 1_024);
  } catch {
    return 0;
  }
}
