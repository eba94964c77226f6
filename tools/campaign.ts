import { parseArgs } from "node:util";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { preparePortal } from "@/bin/launch/prepare";
import { runCommand } from "@/bin/process/command";
import { supervise } from "@/bin/process/supervisor";

// The fault campaign: real processes are killed at every step of creating a link, upstream fails in every way, and
// people submit again. Then the links that upstream has committed are compared with what Cobro shows. `npm run campaign
// -- --seed 7`
//
// `npm run campaign -- several`: two web processes and two workers behind nginx and PgBouncer, which have to be in PATH,
// are restarted, replaced by another build, and killed under load. `--minutes 60 --people 4` is one hour at a load that
// leaves the machine some rest.
//
// `npm run campaign -- drill`: a backup in the midst of work, more work, the loss of the database, and the way back.

runCommand(() =>
  supervise(async (supervisor) => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: "string", default: String(Date.now() % 1_000_000) },
        kills: { type: "string", default: "1000" },
        faults: { type: "string", default: "5000" },
        minutes: { type: "string", default: "22" },
        people: { type: "string", default: "12" },
      },
    });
    const [seed, kills, faults, minutes, people] = [
      ...[values.seed, values.kills, values.faults, values.minutes],
      values.people,
    ].map(asNumber);
    await preparePortal(supervisor);
    if (positionals[0] === "several")
      return several({ seed: seed ?? 0, minutes: minutes ?? 0, people: people ?? 0 });
    if (positionals[0] === "drill") return drillOnce();
    const options = {
      ...{ seed: seed ?? 0, kills: kills ?? 0, faults: faults ?? 0, faultsMs: (minutes ?? 0) * 60_000 },
      ...{ merchants: 12, peopleEach: 2, slots: { portal: 3, creator: 6, worker: 2 } },
    };
    // These modules use the database client, which may only have been generated just now.
    const { isPassed, printReport } = await import("@/tools/campaign/print");
    const { campaignSettings, runCampaign } = await import("@/tools/campaign/run-campaign");
    const { inEnvironment } = await import("@/tools/campaign/environment");
    console.log(
      `The fault campaign, seed ${seed}: ${kills} kills, ${faults} faults, at most ${minutes} minutes`,
    );
    const report = await inEnvironment({ settings: campaignSettings }, (environment) =>
      runCampaign(environment, options),
    );
    printReport(options, report);
    process.exit(isPassed(options, report) ? 0 : 1);
  }),
);

async function drillOnce(): Promise<never> {
  const { drill } = await import("@/tools/campaign/drill/drill");
  const { inEnvironment } = await import("@/tools/campaign/environment");
  const settings = { PAYMENT_LINKS_TIMEOUT_MS: "3000" };
  const isPassed = await inEnvironment({ durable: true, settings }, drill);
  process.exit(isPassed ? 0 : 1);
}

async function several(options: { seed: number; minutes: number; people: number }): Promise<never> {
  const { runSeveral } = await import("@/tools/campaign/several/run-several");
  const { misses, printSeveral } = await import("@/tools/campaign/several/report");
  const { inEnvironment } = await import("@/tools/campaign/environment");
  console.log(`Several at once, seed ${options.seed}: kills for ${options.minutes} minutes`);
  const report = await inEnvironment({ durable: true }, (environment) =>
    runSeveral(environment, { ...options, merchants: Math.min(6, options.people) }),
  );
  printSeveral(report);
  process.exit(misses(report).length === 0 ? 0 : 1);
}

function asNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new CliError(`${text}: is no number`);
  return number;
}
