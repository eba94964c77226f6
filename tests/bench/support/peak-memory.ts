import { readFileSync } from "node:fs";

/** Watches the memory of a process and of those that it starts. Answers a function that stops, and says the peak in MB. */
export function watchMemory(pid: number | undefined): () => number {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, pid === undefined ? 0 : residentMegabytes(pid));
  };
  const watching = setInterval(look, 50);
  look();
  return () => {
    clearInterval(watching);
    return peak;
  };
}

function residentMegabytes(pid: number): number {
  try {
    const own = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + residentMegabytes(Number(child)), Number(own) / 1_024);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}
