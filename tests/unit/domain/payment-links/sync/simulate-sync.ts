import { type ScanEnd, scanList } from "@/lib/domain/payment-links/sync/scan-list";
import { emptyCheckpoint, type SyncCheckpoint, syncCheckpoint } from "@/lib/domain/payment-links/sync/schema";
import { seededRandom } from "@/tests/support/seeded-random";
import { InMemorySyncRepository } from "@/tests/unit/domain/payment-links/sync/in-memory-repository";
import {
  cutOff,
  honest,
  offsets,
  orders,
  SimulatedUpstream,
  totals,
  type UpstreamBehaviour,
} from "@/tests/unit/domain/payment-links/sync/simulated-upstream";

const quarterHour = 15 * 60_000;

/** One key's list, synced again and again in simulated time. */
export class SimulatedSync {
  readonly repository = new InMemorySyncRepository();
  checkpoint: SyncCheckpoint = emptyCheckpoint;
  now = 1_700_000_000_000;
  /** How often a worker dies after a page, and another continues from the checkpoint. */
  crashes = 0;
  budget = { requests: 10, ms: 2_000 };

  constructor(readonly upstream: SimulatedUpstream) {}

  /** Runs batches until the sync has an outcome. */
  async sync(): Promise<Exclude<ScanEnd<{ code: string }>, { kind: "more" }>> {
    for (let slice = 0; slice < 5_000; slice++) {
      const end = await scanList({
        // As it is read from the database.
        checkpoint: syncCheckpoint.parse(JSON.parse(JSON.stringify(this.checkpoint))),
        list: this.upstream.list,
        repository: this.repository,
        budget: this.budget,
        now: () => this.now,
      });
      this.now += 2_000;
      const hasDied = this.upstream.random() < this.crashes;
      this.checkpoint = hasDied ? this.repository.written : end.checkpoint;
      if (!hasDied && end.kind !== "more") return end;
    }
    throw new Error("a sync does not come to an end");
  }

  pause(ms = quarterHour): void {
    this.now += ms;
  }

  /** How many links were in the list at the last answer, and are missing in the repository or have no address there. */
  missed(): number {
    const { ids, answeredWith } = this.upstream;
    return ids.slice(0, answeredWith).filter((id) => !this.repository.knows(id)).length;
  }
}

export type SimulationResult = {
  claims: number;
  /** How often `complete` was answered although an id was missing, or with a wrong total. */
  falseClaims: number;
  missedIds: number;
  /** A correct upstream without disturbances, and yet there was no proof. */
  isStuck: boolean;
  story: object;
};

/** The number of links from which a wrong total differs from the true one. */
const smallestLie = { true: 0, none: 0, page: 2, both_modes: 0, cut_off: cutOff + 1, zero_after_end: 0 };

/** One made-up merchant: upstream's behaviour, other writers, our own links, failures, crashes. */
export async function simulateSyncs(seed: number): Promise<SimulationResult> {
  const random = seededRandom(seed);
  const behaviour = drawBehaviour(random);
  const upstream = new SimulatedUpstream(behaviour, random);
  const simulated = new SimulatedSync(upstream);
  const { repository } = simulated;
  const isShort = random() < 0.7;
  const size = smallestLie[behaviour.totals] + Math.floor(random() * (isShort ? 30 : 200));
  upstream.add(size);
  simulated.budget = { requests: 1 + Math.floor(random() * 12), ms: 2_000 };
  simulated.crashes = random() < 0.3 ? 0.2 : 0;
  const others = random() < 0.6 ? random() * 0.3 : 0;
  const own = random() < 0.4 ? random() * 0.2 : 0;
  upstream.meanwhile = () => {
    // A list that grows faster than it is read would never end.
    if (upstream.ids.length > 2 * size + 20) return;
    if (random() < others) upstream.add(1 + Math.floor(random() * 3));
    if (random() < own) for (const id of upstream.add()) repository.recordOwn(id);
  };

  const result = { claims: 0, falseClaims: 0, missedIds: 0, isStuck: false };
  const story = { behaviour, size, others, own, crashes: simulated.crashes, budget: simulated.budget };
  const attempt = async (): Promise<boolean> => {
    const end = await simulated.sync();
    if (end.kind !== "complete") return false;
    const missed = simulated.missed();
    result.claims += 1;
    result.missedIds += missed;
    if (missed > 0 || end.total !== upstream.answeredWith) result.falseClaims += 1;
    return true;
  };
  for (let round = 0; round < 6; round++) {
    await attempt();
    simulated.pause(random() < 0.1 ? 30 * 60 * 60_000 : quarterHour);
    if (random() < 0.5) upstream.add(Math.floor(random() * (random() < 0.2 ? 150 : 3)));
    if (random() < 0.3) for (const id of upstream.add()) repository.recordOwn(id);
  }

  upstream.meanwhile = () => {};
  behaviour.failures = 0;
  behaviour.empties = 0;
  behaviour.addressless = 0;
  simulated.crashes = 0;
  if (isProvable(behaviour)) {
    // With random pages it takes a while until all links were shown.
    const patience = behaviour.order === "reshuffled" ? 400 : 3;
    let isComplete = false;
    for (let round = 0; round < patience && !isComplete; round++) isComplete = await attempt();
    result.isStuck = !isComplete || simulated.missed() > 0 || repository.marks.size !== upstream.ids.length;
  }
  return { ...result, story };
}

function drawBehaviour(random: () => number): UpstreamBehaviour {
  const pick = <T>(values: readonly T[], first: number): T => {
    const [usual] = values;
    const drawn = values[Math.floor(random() * values.length)];
    if (usual === undefined || drawn === undefined) throw new Error("nothing to pick from");
    return random() < first ? usual : drawn;
  };
  const total = pick(totals, 0.7);
  return {
    order: pick(orders, 0.1),
    totals: total,
    offsets: pick(offsets, 0.85),
    clamp: pick([100, 50, 10, 7, 1, 0], 0.3),
    refusesLimitAbove: random() < 0.1 ? 10 : honest.refusesLimitAbove,
    duplicates: random() < 0.1 ? 0.2 : 0,
    failures: random() < 0.3 ? random() * 0.3 : 0,
    // An empty page after the end is all that reveals a total that stops at some number.
    empties: total === "true" && random() < 0.1 ? 0.1 : 0,
    addressless: random() < 0.15 ? random() * 0.5 : 0,
  };
}

/** Whether the list can be proved complete at all. */
function isProvable({ totals, offsets }: UpstreamBehaviour): boolean {
  return (totals === "true" || totals === "zero_after_end") && offsets === "honoured";
}
