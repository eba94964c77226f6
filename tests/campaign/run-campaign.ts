import { setTimeout as sleep } from "node:timers/promises";
import { AtWork } from "@/tests/campaign/at-work";
import { bundle } from "@/tests/campaign/bundle";
import { calmDown } from "@/tests/campaign/calm";
import { Clerk, keepLooking } from "@/tests/campaign/clerk";
import { type CampaignMerchant, signUpMerchant } from "@/tests/campaign/merchants";
import { writeFromOutside } from "@/tests/campaign/outsider";
import { pursue, type Surroundings } from "@/tests/campaign/person";
import { type Lives, Reaper } from "@/tests/campaign/reaper";
import { merchantsWithDoubts } from "@/tests/campaign/rows";
import { Slot, type SlotKind } from "@/tests/campaign/slot";
import type { Broken } from "@/tests/campaign/verdict";
import { Weather } from "@/tests/campaign/weather";
import { Tally, type Wish } from "@/tests/campaign/wish";
import type { World } from "@/tests/campaign/world";
import { seededRandom } from "@/tests/support/seeded-random";

export type CampaignOptions = {
  seed: number;
  /** The storm goes on until there were so many of both, or for so long. */
  kills: number;
  faults: number;
  stormMs: number;
  merchants: number;
  peopleEach: number;
  slots: Record<SlotKind, number>;
};

export type CampaignReport = {
  kills: { total: number; byKind: [string, number][]; byPoint: [string, number][] };
  faults: { total: number; byKind: [string, number][] };
  tally: [string, number][];
  wishes: number;
  linksUpstream: number;
  rows: Record<string, number>;
  broken: Broken[];
  seconds: { storm: number; calm: number };
};

/** What the settings of all processes must be: deadlines short enough for thousands of lost answers. */
export const campaignSettings = { PAYMENT_LINKS_TIMEOUT_MS: "1000" };

const lives: Lives = {
  portal: { shortest: 1_500, longest: 6_000, patience: 4_000 },
  creator: { shortest: 50, longest: 700, patience: 1_500 },
  worker: { shortest: 2_000, longest: 8_000, patience: 5_000 },
};
/** A creator starts in a fraction of the portal's time, so most kills are of creators. */
const shareOfKills: Record<SlotKind, number> = { portal: 0.1, worker: 0.1, creator: 0.8 };

/** How many of a kind are left alone at any time, so that people get something done. */
const stayUp: Record<SlotKind, number> = { portal: 1, worker: 0, creator: 2 };
/** How long a person waits for any process to be there. */
const upMs = 20_000;

/** The storm, the calm after it, and what was found then. */
export async function runCampaign(world: World, options: CampaignOptions): Promise<CampaignReport> {
  const random = seededRandom(options.seed);
  const weather = new Weather(seededRandom(options.seed + 1), { network: 0.35, upstream: 0.5 });
  const slots = await openSlots(world, weather, options);
  const reaper = new Reaper(seededRandom(options.seed + 2), lives, ({ kind }) => {
    const ready = slots.filter((slot) => slot.kind === kind && slot.isReady).length;
    return ready > stayUp[kind] && reaper.kills.of(kind) < Math.ceil(options.kills * shareOfKills[kind]);
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
    ...{ weather, random, tally: new Tally() },
    fleet: { portal: () => any("portal"), creator: () => any("creator") },
    onPress: (what) => reaper.hear(what),
    complain: (what) => broken.push({ promise: "duplicate", what }),
  };
  await Promise.all(slots.map((slot) => slot.start()));
  const merchants = await signUpAll(world, around, options.merchants);

  const wishes: Wish[] = [];
  const wishOf = (card: string) => wishes.find(({ description }) => card.includes(`${description} `));
  const clerks = merchants.map((merchant) => new Clerk(merchant, wishOf, around));
  const startedAt = performance.now();
  let isOver = false;
  const over = () => isOver;
  const atWork = new AtWork();
  for (const slot of slots) atWork.begin(`the reaper of ${slot.name}`, reaper.reap(slot, over));
  atWork.begin(
    "the clerks",
    keepLooking(clerks, () => merchantsWithDoubts(world.adminUrl), around, over),
  );
  for (const [index, merchant] of merchants.entries()) {
    for (let person = 0; person < options.peopleEach; person += 1) {
      const name = `Wish ${index}-${person}`;
      atWork.begin(`the person of ${name}`, wishAway(name, merchant, wishes, around, over));
    }
    const outsider = writeFromOutside({
      ...{ merchant, random, tally: around.tally, sandboxUrl: world.sandboxUrl, isOver: over },
      latestWish: () => wishes.findLast((wish) => wish.merchant === merchant),
    });
    atWork.begin(`the outsider of ${merchant.path}`, outsider);
  }
  atWork.begin("whoever refuses connections", refuseNowAndThen(slots, around, over));
  const isEnough = async () => reaper.total >= options.kills && (await weather.met()) >= options.faults;
  const tell = async () => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    const met = await weather.met();
    console.log(`${seconds} s: ${reaper.total} kills, ${met} faults, ${wishes.length} wishes`);
  };
  for (let round = 1; performance.now() - startedAt < options.stormMs && !(await isEnough()); round += 1) {
    await Promise.race([sleep(500), atWork.failed]);
    if (round % 30 === 0) await tell();
  }
  isOver = true;
  await atWork.end();

  const calmAt = performance.now();
  const found = await calmDown({ world, slots, clerks, merchants, wishes, around });
  return {
    kills: { total: reaper.total, byKind: reaper.kills.all, byPoint: reaper.points.all },
    faults: { total: weather.total, byKind: weather.counts },
    tally: around.tally.all,
    wishes: wishes.length,
    ...{ linksUpstream: found.linksUpstream, rows: found.rows, broken: [...broken, ...found.broken] },
    seconds: { storm: (calmAt - startedAt) / 1000, calm: (performance.now() - calmAt) / 1000 },
  };
}

async function openSlots(world: World, weather: Weather, { slots }: CampaignOptions): Promise<Slot[]> {
  const programs = {
    portal: "bin/web.ts",
    creator: await bundle("tests/campaign/creator-process.ts"),
    worker: await bundle("bin/worker.ts"),
  };
  const places = (["portal", "creator", "worker"] as const).flatMap((kind) =>
    Array.from({ length: slots[kind] }, (_, index) => ({
      kind,
      name: `${kind}-${index + 1}`,
      program: programs[kind],
    })),
  );
  return Promise.all(places.map((place) => Slot.open(place, world, weather)));
}

async function signUpAll(
  world: World,
  { fleet, weather }: Surroundings,
  count: number,
): Promise<CampaignMerchant[]> {
  const merchants: CampaignMerchant[] = [];
  weather.isCalm = true;
  for (let index = 0; index < count; index += 1) {
    merchants.push(await signUpMerchant((await fleet.portal())?.url ?? "", world, index));
  }
  weather.isCalm = false;
  return merchants;
}

/** One person's day: one wish after another. */
async function wishAway(
  name: string,
  merchant: CampaignMerchant,
  wishes: Wish[],
  around: Surroundings,
  isOver: () => boolean,
): Promise<void> {
  for (let number = 1; !isOver(); number += 1) {
    const amountMinor = 100 + Math.floor(around.random() * 90_000);
    const wish: Wish = {
      ...{ merchant, amountMinor, description: `${name}-${number}.`, intentId: "" },
      ...{ consents: new Set(), isOver: false, told: null, pressedAt: 0 },
    };
    wishes.push(wish);
    await pursue(wish, around);
    await sleep(around.random() * 300);
  }
}

async function refuseNowAndThen(
  slots: Slot[],
  { random, weather }: Surroundings,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    await sleep(500 + random() * 2_000);
    const slot = slots[Math.floor(random() * slots.length)];
    if (slot) await weather.refuse(slot.upstream);
  }
}
