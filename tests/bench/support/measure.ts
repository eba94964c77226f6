/** How long it takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** The times of some runs, in milliseconds, shortest first. One more before them is not counted: it warms up. */
export async function times(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  await work(0);
  const found: number[] = [];
  for (let run = 1; run <= runs; run++) found.push(await timed(() => work(run)));
  return found.sort((a, b) => a - b);
}

/** Of times in order, the one that `share` of them are at or below. */
export function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
