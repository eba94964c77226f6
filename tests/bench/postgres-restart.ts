import { figure } from "@/tests/bench/support/figure";
import { percentile, timed } from "@/tests/bench/support/measure";
import { sizes } from "@/tests/bench/support/sizes";
import { startCreator } from "@/tools/campaign/creator";
import { inEnvironment } from "@/tools/campaign/environment";
import { restartDuringCreation } from "@/tools/campaign/postgres-restarts";

// Postgres is restarted again and again while links are created in one process that keeps running.

const { restarts, seed } = sizes({ restarts: 6 }, { restarts: 100 });

await inEnvironment({ durable: true }, async (environment) => {
  const creator = await startCreator(environment.settings);
  environment.later(() => creator.child.kill());
  const report = await restartDuringCreation(environment, creator, { restarts, clients: 8, seed });
  const { answered, failed, lost, outcomesLost, backMs } = report;
  const sorted = backMs.toSorted((a, b) => a - b);
  const isSameProcess = creator.child.exitCode === null && creator.child.signalCode === null;
  console.log(`seed ${seed}: ${restarts} restarts of Postgres, by turns fast and immediate`);
  console.log(`links answered ${answered}, presses answered with an error ${failed}`);
  console.log(`outcomes that stay to be looked for ${outcomesLost}`);
  for (const description of lost) console.log(`lost: ${description}`);
  figure({ what: "committed rows lost", value: lost.length, isMet: lost.length === 0 });
  figure({ what: "processes that ended", value: isSameProcess ? 0 : 1, isMet: isSameProcess });
  const floor = await timed(() => environment.restartPostgres("fast"));
  figure({ what: "service back, median", value: percentile(sorted, 0.5), unit: "ms", floor });
  const worst = sorted.at(-1) ?? 0;
  figure({ what: "service back, worst", value: worst, unit: "ms", floor, isMet: worst < 10_000 });
});
