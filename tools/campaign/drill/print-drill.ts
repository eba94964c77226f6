import type { DrillReport } from "@/tools/campaign/drill/run-drill";

export function isDrillPassed({ lost, twice, repeated, auditRows }: DrillReport): boolean {
  const { saved, back, findings } = auditRows;
  return lost.length + twice.length + repeated + findings === 0 && saved === back;
}

export function printDrill(report: DrillReport): void {
  const { seconds, auditRows } = report;
  const rows: [string, string | number][] = [
    ["minutes for the backup / the way back / what came after", toMinutes(seconds)],
    ["links upstream / of these lost / here twice", describe(report)],
    ["links sent again by the way back", report.repeated],
    ["  waiting for a person to match them", report.unconfirmed],
    ["tables that were running and are paused", report.pausedTables],
    ["audit rows in the backup / back / altered or missing", Object.values(auditRows).join(" / ")],
  ];
  console.log(rows.map(([what, value]) => `${what.padEnd(60)} ${value}`).join("\n"));
  console.log(isDrillPassed(report) ? "PASS" : "FAIL");
}

function describe({ upstream, lost, twice }: DrillReport): string {
  return [upstream, lost.length, twice.length].join(" / ");
}

function toMinutes({ save, bringBack, reconcile }: DrillReport["seconds"]): string {
  return [save, bringBack, reconcile].map((seconds) => (seconds / 60).toFixed(2)).join(" / ");
}
