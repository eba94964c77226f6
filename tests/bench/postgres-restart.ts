import { startCreator } from "@/tests/campaign/creator";
import { restartDuringCreation } from "@/tests/campaign/postgres-restarts";
import { inWorld } from "@/tests/campaign/world";

// Postgres restarted 100 times while links are created at one process that stays.

const restarts = Number(process.argv[2] ?? 100);
const seed = Number(process.argv[3] ?? 1);

await inWorld({ durable: true }, async (world) => {
  const creator = await startCreator(world.settings);
  world.later(() => creator.child.kill());
  const report = await restartDuringCreation(world, creator, { restarts, clients: 8, seed });
  const { answered, failed, lost, outcomesLost, backMs } = report;
  const sorted = backMs.toSorted((a, b) => a - b);
  const seconds = (ms: number | undefined) => `${((ms ?? 0) / 1000).toFixed(2)} s`;
  const isSameProcess = creator.child.exitCode === null && creator.child.signalCode === null;
  console.log(`seed ${seed}: ${restarts} restarts of Postgres, by turns fast and immediate`);
  console.log(`links answered ${answered}, presses answered with an error ${failed}`);
  console.log(`committed rows lost ${lost.length}; outcomes that stay to be looked for ${outcomesLost}`);
  console.log(`service back: median ${seconds(sorted[sorted.length >> 1])}, worst ${seconds(sorted.at(-1))}`);
  console.log(`the same process throughout: ${isSameProcess}`);
  const isRight = lost.length === 0 && isSameProcess && (sorted.at(-1) ?? 0) < 10_000;
  for (const description of lost) console.log(`lost: ${description}`);
  console.log(isRight ? "PASS" : "FAIL");
  process.exitCode = isRight ? 0 : 1;
});
