import { residentMegabytes } from "@/tests/bench/support/processes";

/** Watches the memory of a process and of those that it starts. Answers a function that stops, and says the peak in MB. */
export function watchMemory(pid: number | undefined): () => number {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, residentMegabytes(pid));
  };
  const watching = setInterval(look, 50);
  look();
  return () => {
    clearInterval(watching);
    return peak;
  };
}
