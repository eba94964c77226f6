/** How long the work takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The times of several runs, in milliseconds, shortest first. One run before them, to warm up, does not count. */
export async function times(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  await work(0);
  const found: number[] = [];
  for (let run = 1; run <= runs; run++) found.push(await timed(() => work(run)));
  return found.sort((a, b) => a - b);
}

/** The time that `share` of the sorted times do not exceed. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
