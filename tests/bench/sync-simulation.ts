import { parseArgs } from "node:util";
import { seededRandom } from "@/tests/support/seeded-random";
import { SimulatedSync, simulateSyncs } from "@/tests/unit/sync/simulate-sync";
import { honest, SimulatedUpstream } from "@/tests/unit/sync/simulated-upstream";

// Syncs of made-up merchants: every order, clamp, kind of total, other writers, our own links, failures and crashes.
// Exit code 1 when completeness was claimed while a link was missing, or never for an honest upstream.
const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "100000" } },
});
const first = Number(values.seed);
const count = Number(values.count);
const startedAt = Date.now();
const sum = { claims: 0, falseClaims: 0, missedIds: 0, stuck: 0 };

console.log(`seed ${first}, ${count} merchants`);
for (let seed = first; seed < first + count; seed++) {
  const { claims, falseClaims, missedIds, isStuck, story } = await simulateSyncs(seed);
  sum.claims += claims;
  sum.falseClaims += falseClaims;
  sum.missedIds += missedIds;
  sum.stuck += isStuck ? 1 : 0;
  if (falseClaims > 0 || isStuck) console.log(`--seed ${seed} --count 1: ${JSON.stringify(story)}`);
}
console.log({ ...sum, seconds: Math.round((Date.now() - startedAt) / 1000) });

for (const order of ["newest_first", "oldest_first"] as const) {
  const upstream = new SimulatedUpstream({ ...honest, order }, seededRandom(first));
  const simulated = new SimulatedSync(upstream);
  upstream.add(100_000);
  const requests = async () => {
    const before = upstream.requests;
    const { kind } = await simulated.sync();
    return `${upstream.requests - before} requests (${kind})`;
  };
  console.log(`100,000 links, ${order}: the first reading takes ${await requests()},`);
  console.log(`  nothing new ${await requests()},`);
  upstream.add();
  console.log(`  one new link ${await requests()}`);
}
process.exitCode = sum.falseClaims + sum.missedIds + sum.stuck > 0 ? 1 : 0;
