import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "@/tests/support/seeded-random";
import { AtWork } from "@/tools/campaign/at-work";
import { bundle } from "@/tools/campaign/bundle";
import { type CreateRequest, Tally } from "@/tools/campaign/create-request";
import type { Environment } from "@/tools/campaign/environment";
import { FaultInjector } from "@/tools/campaign/fault-injector";
import { InboxAgent, keepLooking } from "@/tools/campaign/inbox-agent";
import type { Broken } from "@/tools/campaign/invariants";
import { type CampaignMerchant, signUpMerchant } from "@/tools/campaign/merchants";
import { writeFromOutside } from "@/tools/campaign/outsider";
import type { Surroundings } from "@/tools/campaign/person";
import { createOneAfterAnother } from "@/tools/campaign/person-at-work";
import { type Lives, ProcessKiller } from "@/tools/campaign/process-killer";
import { quiesceAll } from "@/tools/campaign/quiesce";
import { merchantsWithUnconfirmed } from "@/tools/campaign/rows";
import { Slot, type SlotKind } from "@/tools/campaign/slot";

export type CampaignOptions = {
  seed: number;
  /** Faults are injected until there were this many kills and faults, or until time is up. */
  kills: number;
  faults: number;
  faultsMs: number;
  merchants: number;
  peopleEach: number;
  slots: Record<SlotKind, number>;
};

export type CampaignReport = {
  kills: { total: number; byKind: [string, number][]; byPoint: [string, number][] };
  faults: { total: number; byKind: [string, number][] };
  tally: [string, number][];
  createRequests: number;
  linksUpstream: number;
  rows: Record<string, number>;
  broken: Broken[];
  seconds: { faults: number; quiesce: number };
};

/** Settings of all processes: short deadlines, so that thousands of answers can be lost. */
export const campaignSettings = { PAYMENT_LINKS_TIMEOUT_MS: "1000" };

const lives: Lives = {
  portal: { shortest: 1_500, longest: 6_000, patience: 4_000 },
  creator: { shortest: 50, longest: 700, patience: 1_500 },
  worker: { shortest: 2_000, longest: 8_000, patience: 5_000 },
};
/** A creator starts much faster than the portal, so that most kills are of creators. */
const shareOfKills: Record<SlotKind, number> = { portal: 0.1, worker: 0.1, creator: 0.8 };

/** How many of a kind are never killed, so that people can get on. */
const stayUp: Record<SlotKind, number> = { portal: 1, worker: 0, creator: 2 };
/** How long a person waits for any process to be running. */
const upMs = 20_000;

/** Injects faults, lets everything finish, and compares. */
export async function runCampaign(
  environment: Environment,
  options: CampaignOptions,
): Promise<CampaignReport> {
  const random = seededRandom(options.seed);
  const faultInjector = new FaultInjector(seededRandom(options.seed + 1), { network: 0.35, upstream: 0.5 });
  const slots = await openSlots(environment, faultInjector, options);
  const processKiller = new ProcessKiller(seededRandom(options.seed + 2), lives, ({ kind }) => {
    const ready = slots.filter((slot) => slot.kind === kind && slot.isReady).length;
    return (
      ready > stayUp[kind] && processKiller.kills.of(kind) < Math.ceil(options.kills * shareOfKills[kind])
    );
  });
  const any = async (kind: SlotKind) => {
    for (const until = Date.now() + upMs; Date.now() < until; await sleep(50)) {
      const ready = slots.filter((slot) => slot.kind === kind && slot.isReady);
      if (ready.length > 0) return ready[Math.floor(random() * ready.length)];
    }
    return undefined;
  };
  const broken: Broken[] = [];
  const around: Surroundings = {
    ...{ faultInjector, random, tally: new Tally() },
    fleet: { portal: () => any("portal"), creator: () => any("creator") },
    onPress: (what) => processKiller.hear(what),
    complain: (what) => broken.push({ promise: "duplicate", what }),
  };
  await Promise.all(slots.map((slot) => slot.start()));
  const merchants = await signUpAll(environment, around, options.merchants);

  const createRequests: CreateRequest[] = [];
  const findCreateRequest = (card: string) =>
    createRequests.find(({ description }) => card.includes(`${description} `));
  const inboxAgents = merchants.map((merchant) => new InboxAgent(merchant, findCreateRequest, around));
  const startedAt = performance.now();
  let isOver = false;
  const over = () => isOver;
  const atWork = new AtWork();
  for (const slot of slots)
    atWork.begin(`the process killer of ${slot.name}`, processKiller.reap(slot, over));
  atWork.begin(
    "the inbox agents",
    keepLooking(inboxAgents, () => merchantsWithUnconfirmed(environment.adminUrl), around, over),
  );
  for (const [index, merchant] of merchants.entries()) {
    for (let person = 0; person < options.peopleEach; person += 1) {
      const name = `Request ${index}-${person}`;
      atWork.begin(
        `the person of ${name}`,
        createOneAfterAnother(name, merchant, createRequests, around, over),
      );
    }
    const outsider = writeFromOutside({
      ...{ merchant, random, tally: around.tally, sandboxUrl: environment.sandboxUrl, isOver: over },
      latestCreateRequest: () =>
        createRequests.findLast((createRequest) => createRequest.merchant === merchant),
    });
    atWork.begin(`the outsider of ${merchant.path}`, outsider);
  }
  atWork.begin("whoever refuses connections", refuseNowAndThen(slots, around, over));
  const isEnough = async () =>
    processKiller.total >= options.kills && (await faultInjector.met()) >= options.faults;
  const track = async () => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const met = await faultInjector.met();
    console.log(
      `${seconds} s: ${processKiller.total} kills, ${met} faults, ${createRequests.length} create requests`,
    );
  };
  for (let round = 1; performance.now() - startedAt < options.faultsMs && !(await isEnough()); round += 1) {
    await Promise.race([sleep(500), atWork.failed]);
    if (round % 30 === 0) await track();
  }
  isOver = true;
  await atWork.end();

  const quietAt = performance.now();
  const found = await quiesceAll({ environment, slots, inboxAgents, merchants, createRequests, around });
  return {
    kills: { total: processKiller.total, byKind: processKiller.kills.all, byPoint: processKiller.points.all },
    faults: { total: faultInjector.total, byKind: faultInjector.counts },
    tally: around.tally.all,
    createRequests: createRequests.length,
    ...{ linksUpstream: found.linksUpstream, rows: found.rows, broken: [...broken, ...found.broken] },
    seconds: { faults: (quietAt - startedAt) / 1000, quiesce: (performance.now() - quietAt) / 1000 },
  };
}

async function openSlots(
  environment: Environment,
  faultInjector: FaultInjector,
  { slots }: CampaignOptions,
): Promise<Slot[]> {
  const programs = {
    portal: ["bin/run.mjs", "web"],
    creator: [await bundle("tools/campaign/creator-process.ts")],
    worker: [await bundle("bin/worker.ts")],
  };
  const places = (["portal", "creator", "worker"] as const).flatMap((kind) =>
    Array.from({ length: slots[kind] }, (_, index) => ({
      kind,
      name: `${kind}-${index + 1}`,
      program: programs[kind],
    })),
  );
  return Promise.all(places.map((place) => Slot.open(place, environment, faultInjector)));
}

async function signUpAll(
  environment: Environment,
  { fleet, faultInjector }: Surroundings,
  count: number,
): Promise<CampaignMerchant[]> {
  const merchants: CampaignMerchant[] = [];
  faultInjector.isQuiet = true;
  for (let index = 0; index < count; index += 1) {
    merchants.push(await signUpMerchant((await fleet.portal())?.url ?? "", environment, index));
  }
  faultInjector.isQuiet = false;
  return merchants;
}

async function refuseNowAndThen(
  slots: Slot[],
  { random, faultInjector }: Surroundings,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    await sleep(500 + random() * 2_000);
    const slot = slots[Math.floor(random() * slots.length)];
    if (slot) await faultInjector.refuse(slot.upstream);
  }
}
