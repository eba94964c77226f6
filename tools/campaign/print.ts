import { promises } from "@/tools/campaign/invariants";
import type { CampaignOptions, CampaignReport } from "@/tools/campaign/run-campaign";

/** Prints the report, with the invariants last. */
export function printReport(options: CampaignOptions, report: CampaignReport): void {
  const { kills, faults, tally, broken, seconds } = report;
  const table = (counts: [string, number][]) =>
    counts
      .toSorted((a, b) => a[0].localeCompare(b[0]))
      .map(([what, count]) => `  ${String(count).padStart(6)}  ${what}`)
      .join("\n");
  console.log(`\nKilled with SIGKILL, by process (${kills.total})\n${table(kills.byKind)}`);
  console.log("  a creator runs what the portal's button runs, without Next around it, and starts sooner");
  console.log(`by step\n${table(kills.byPoint)}`);
  console.log(`\nUpstream faults (${faults.total})\n${table(faults.byKind)}`);
  console.log(`\nPeople\n${table([["createRequests", report.createRequests], ...tally])}`);
  console.log(`\nRows of payment_links\n${table(Object.entries(report.rows))}`);
  console.log(`\nLinks that upstream committed: ${report.linksUpstream}`);
  for (const [promise, meaning] of Object.entries(promises)) {
    console.log(`  ${broken.filter((found) => found.promise === promise).length}  ${promise}: ${meaning}`);
  }
  console.log(
    `\nFaults for ${seconds.faults.toFixed(0)} s, quiesced in ${seconds.quiesce.toFixed(0)} s, seed ${options.seed}`,
  );
  for (const { promise, what } of broken) console.log(`${promise}: ${what}`);
  for (const what of shortfalls(options, report)) console.log(what);
  console.log(isPassed(options, report) ? "PASS" : `FAIL (seed ${options.seed})`);
}

export function isPassed(options: CampaignOptions, report: CampaignReport): boolean {
  return report.broken.length === 0 && shortfalls(options, report).length === 0;
}

/** When time was up before there were enough kills and faults, the run proves less than was asked for. */
function shortfalls({ kills, faults }: CampaignOptions, report: CampaignReport): string[] {
  return [
    ...(report.kills.total < kills ? [`only ${report.kills.total} of ${kills} kills in the time given`] : []),
    ...(report.faults.total < faults
      ? [`only ${report.faults.total} of ${faults} faults in the time given`]
      : []),
  ];
}
