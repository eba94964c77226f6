import { figure } from "@/tests/bench/support/figure";
import { sizes } from "@/tests/bench/support/sizes";
import { seededRandom } from "@/tests/support/seeded-random";
import { SimulatedSync, simulateSyncs } from "@/tests/unit/domain/payment-links/sync/simulate-sync";
import { honest, SimulatedUpstream } from "@/tests/unit/domain/payment-links/sync/simulated-upstream";

// Syncs of made-up merchants: every order, limit and kind of total, other writers, our own links, failures and crashes.
// Exit code 1 when `complete` was answered while a link was missing, or never for a correct upstream.
const { seed: first, count } = sizes({ count: 2_000 }, { count: 100_000 });
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
console.log(`complete was claimed ${sum.claims} times`);
figure({ what: "false claims", value: sum.falseClaims, isMet: sum.falseClaims === 0 });
figure({ what: "missed ids", value: sum.missedIds, isMet: sum.missedIds === 0 });
figure({ what: "honest upstreams never certified", value: sum.stuck, isMet: sum.stuck === 0 });

for (const order of ["newest_first", "oldest_first"] as const) {
  const upstream = new SimulatedUpstream({ ...honest, order }, seededRandom(first));
  const simulated = new SimulatedSync(upstream);
  upstream.add(100_000);
  const expectRequests = async (what: string, floor: number, atMost: number) => {
    const before = upstream.requests;
    const { kind } = await simulated.sync();
    const value = upstream.requests - before;
    const isMet = kind === "complete" && value <= atMost;
    figure({ what: `100,000 links, ${order}, ${what}`, value, unit: "requests", floor, isMet });
  };
  // Pages of a hundred; the other requests read the ends meanwhile and prove that the list is complete.
  await expectRequests("the first reading", 1_000, 1_100);
  await expectRequests("nothing new", 1, 1);
  upstream.add();
  await expectRequests("one new link", 1, 4);
}
