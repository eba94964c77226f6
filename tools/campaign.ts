import { parseArgs } from "node:util";
import { CliError } from "@/bin/embedded-postgres/cli-error";
import { preparePortal } from "@/bin/launch/prepare";
import { runCommand } from "@/bin/process/command";
import { supervise } from "@/bin/process/supervisor";

// The fault campaign: real processes are killed at every step of creating a link, upstream fails in every way, and
// people submit again. Then the links that upstream has committed are compared with what Cobro shows. `npm run campaign
// -- --seed 7`

runCommand(() =>
  supervise(async (supervisor) => {
    const { values } = parseArgs({
      options: {
        seed: { type: "string", default: String(Date.now() % 1_000_000) },
        kills: { type: "string", default: "1000" },
        faults: { type: "string", default: "5000" },
        minutes: { type: "string", default: "22" },
      },
    });
    const [seed, kills, faults, minutes] = [values.seed, values.kills, values.faults, values.minutes].map(
      asNumber,
    );
    const options = {
      ...{ seed: seed ?? 0, kills: kills ?? 0, faults: faults ?? 0, faultsMs: (minutes ?? 0) * 60_000 },
      ...{ merchants: 12, peopleEach: 2, slots: { portal: 3, creator: 6, worker: 2 } },
    };
    await preparePortal(supervisor);
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

function asNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new CliError(`${text}: is no number`);
  return number;
}
