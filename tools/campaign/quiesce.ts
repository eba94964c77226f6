import { setTimeout as sleep } from "node:timers/promises";
import type { CreateRequest } from "@/tools/campaign/create-request";
import type { Environment } from "@/tools/campaign/environment";
import { gather } from "@/tools/campaign/findings";
import type { InboxAgent } from "@/tools/campaign/inbox-agent";
import { type Broken, type Findings, judge } from "@/tools/campaign/invariants";
import type { CampaignMerchant } from "@/tools/campaign/merchants";
import { pursue, type Surroundings } from "@/tools/campaign/person";
import { countRows, readProvenTotals } from "@/tools/campaign/rows";
import type { Slot } from "@/tools/campaign/slot";

/** The latest time at which upstream commits a link whose answer was lost. */
const latestCommitMs = 8_500;
/** The deadline of a second, and the margin in `begin-sending.ts`. */
const leaseMs = 11_500;
const patienceMs = 120_000;
const askAgainMs = 10_000;
/** Ten minutes later the same content counts as another sale, without a warning; nobody submits again by then. */
const comesBackMs = 8 * 60_000;

type Scene = {
  environment: Environment;
  slots: Slot[];
  inboxAgents: InboxAgent[];
  merchants: CampaignMerchant[];
  createRequests: CreateRequest[];
  around: Surroundings;
};

type Found = { linksUpstream: number; rows: Record<string, number>; broken: Broken[] };

/** Ends all faults and kills, lets everybody and Cobro finish, and then compares everything. */
export async function quiesceAll(scene: Scene): Promise<Found> {
  const { environment, slots, inboxAgents, merchants, createRequests, around } = scene;
  const quietSince = Date.now();
  await around.faultInjector.clear();
  for (const { account, listFaults } of merchants) {
    for (const fault of listFaults) await account.setFault(fault);
  }
  await Promise.all(slots.map((slot) => slot.upstream.accept()));
  await Promise.all(slots.filter(({ isRunning }) => !isRunning).map((slot) => slot.start()));
  await Promise.all(createRequests.filter(isPursued).map((createRequest) => pursue(createRequest, around)));
  await sleep(Math.max(0, quietSince + Math.max(latestCommitMs, leaseMs) - Date.now()));

  // A worker sweeps when it starts; otherwise the next sweep may be a minute away.
  const worker = slots.find(({ kind }) => kind === "worker");
  await worker?.kill("SIGTERM");
  await worker?.start();
  await until(async () => (await countRows(environment.adminUrl, "sending")) === 0);
  // Some were told that their link was still being created; its page now has the outcome.
  for (const createRequest of createRequests)
    if (isPursued(createRequest)) await pursue(createRequest, around);

  const syncedSince = new Date();
  const broken = await syncAll(scene, syncedSince);
  for (const inboxAgent of inboxAgents) await again(() => inboxAgent.look({ patient: true }));

  const findings: Findings[] = [];
  for (const [index, merchant] of merchants.entries()) {
    const inboxAgent = inboxAgents[index];
    const own = createRequests.filter((createRequest) => createRequest.merchant === merchant);
    const read = (by: InboxAgent) =>
      gather({ merchant, inboxAgent: by, createRequests: own }, around.fleet, environment.adminUrl);
    if (inboxAgent) findings.push(await again(() => read(inboxAgent)));
  }
  const rows: Record<string, number> = {};
  for (const { origin, state } of findings.flatMap((found) => found.rows)) {
    rows[`${origin} ${state}`] = (rows[`${origin} ${state}`] ?? 0) + 1;
  }
  return {
    rows,
    linksUpstream: findings.reduce((sum, { upstream }) => sum + upstream.length, 0),
    broken: [...broken, ...findings.flatMap(judge)],
  };
}

function isPursued({ isOver, pressedAt }: CreateRequest): boolean {
  return !isOver && Date.now() - pressedAt < comesBackMs;
}

/** Presses "Check now" for every merchant, until each list is proved to be completely known. */
async function syncAll({ environment, inboxAgents }: Scene, since: Date): Promise<Broken[]> {
  const waiting = new Set(inboxAgents);
  let askedAt = 0;
  await until(async () => {
    if (Date.now() - askedAt > askAgainMs) {
      await Promise.all([...waiting].map((inboxAgent) => again(() => inboxAgent.askForSync())));
      askedAt = Date.now();
    }
    const totals = await readProvenTotals(environment.adminUrl, since);
    for (const inboxAgent of waiting) {
      const { merchantId, account } = inboxAgent.merchant;
      const { length } = await account.links();
      if (totals.get(merchantId) === length) waiting.delete(inboxAgent);
    }
    return waiting.size === 0;
  });
  return [...waiting].map(({ merchant }) => ({
    promise: "stuck",
    what: `${merchant.path}: no proof of completeness`,
  }));
}

/**
 * Tries again when a busy machine does not answer in time, as people do.
 * @throws the last error.
 */
async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries === 5) throw error;
      await sleep(1_000);
    }
  }
}

/** Whether it became true in time. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(250)) {
    if (await isTrue()) return;
  }
}
