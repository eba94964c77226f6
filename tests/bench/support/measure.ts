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

/** The middle of some numbers. */
export function median(numbers: number[]): number {
  return percentile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );
}

/**
 * What several works answer, each in its turn in every round, so that whatever slows the machine slows them all. One
 * round before them does not count.
 */
export async function inTurns<Result>(
  rounds: number,
  ...works: (() => Promise<Result>)[]
): Promise<Result[][]> {
  const results = works.map((): Result[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, work] of works.entries()) {
      const result = await work();
      if (round > 0) results[at]?.push(result);
    }
  }
  return results;
}

/** The middle, the least and the greatest of the ratios of each round. */
export function ratios(values: number[], floors: number[]): { ratio: number; spread: [number, number] } {
  const found = values.map((value, at) => value / (floors[at] ?? Number.NaN));
  return { ratio: median(found), spread: [Math.min(...found), Math.max(...found)] };
}
