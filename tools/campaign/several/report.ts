import type { SeveralReport } from "@/tools/campaign/several/run-several";

const mostGrowth = 0.05;

/** Prints what happened as a table, with what was promised and broken last. */
export function printSeveral(report: SeveralReport): void {
  const { requests, failures, kills, migrations, memory, latencies } = report;
  const sorted = latencies.toSorted((a, b) => a - b);
  const share = (part: number) => `${Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)} ms`;
  const rows: [string, string | number][] = [
    ["requests", requests],
    ["answered within, p50 / p99", `${share(0.5)} / ${share(0.99)}`],
    ["errors that people saw", failures.length],
    ...Object.entries(countBy(failures)).map(([what, count]): [string, number] => [`  ${what}`, count]),
    ["killed with SIGKILL", kills.reduce((sum, [, count]) => sum + count, 0)],
    ...kills.map(([what, count]): [string, number] => [`  ${what}`, count]),
    ["links that people wanted / were told of", `${report.wanted} / ${report.confirmed}`],
    ["links upstream / of these here", `${report.upstream} / ${report.here}`],
    ["  waiting for a person to match them", report.unconfirmed],
    ["creations lost / duplicated", `${report.lost.length} / ${report.duplicated.length}`],
    ["migrations applied / repeated / failed", Object.values(migrations).join(" / ")],
    ["memory after warm-up / at the end", `${round(memory.before)} / ${round(memory.after)} MB`],
  ];
  console.log(`\n${rows.map(([what, value]) => `${what.padEnd(60)} ${value}`).join("\n")}`);
  for (const what of [...report.lost, ...report.duplicated]) console.log(`lost or duplicated: ${what}`);
  const missed = misses(report);
  console.log(missed.length === 0 ? "PASS" : `FAIL: ${missed.join("; ")}`);
}

export function misses({ failures, lost, duplicated, migrations, memory }: SeveralReport): string[] {
  const rolled = failures.filter(({ phase }) => phase !== "kills" && phase !== "end").length;
  const growth = memory.before && memory.after ? memory.after / memory.before - 1 : 0;
  return [
    ...(rolled > 0 ? [`${rolled} errors while nothing was killed`] : []),
    ...(lost.length + duplicated.length > 0 ? ["creations were lost or duplicated"] : []),
    ...(migrations.repeated + migrations.failed > 0 ? ["migrations did not run once"] : []),
    ...(growth > mostGrowth ? [`memory grew by ${(growth * 100).toFixed(1)} %`] : []),
  ];
}

function countBy(failures: SeveralReport["failures"]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { phase, what, how } of failures) {
    const name = `${phase}: ${what}, ${how}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function round(megabytes: number | null): string {
  return megabytes === null ? "?" : String(Math.round(megabytes));
}
