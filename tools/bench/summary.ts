import type { BenchResult } from "@/tools/bench/run-bench";

/**
 * A line for each benchmark: how long it took, which goals it missed, and the ratio that is furthest from its floor.
 */
export function toSummary(results: BenchResult[]): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  return results.map((result) => `${result.name.padEnd(width)}  ${toLine(result)}`).join("\n");
}

function toLine({ seconds, isMet, figures }: BenchResult): string {
  const missed = figures.filter(({ isMet: wasMet }) => wasMet === false).map(({ what }) => what);
  const ratios = figures.flatMap(({ ratio }) => (typeof ratio === "number" ? [ratio] : []));
  return [
    `${seconds.toFixed(1).padStart(6)} s`,
    isMet ? "PASS" : `FAIL${missed.length > 0 ? ` (${missed.join("; ")})` : ""}`,
    ...(ratios.length > 0 ? [`ratio at most ${Math.max(...ratios).toFixed(2)}`] : []),
  ].join("  ");
}
