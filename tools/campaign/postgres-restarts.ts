import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { seededRandom } from "@/tests/support/seeded-random";
import type { Creator } from "@/tools/campaign/creator";
import type { Environment } from "@/tools/campaign/environment";
import { connectedMerchant } from "@/tools/campaign/merchant";

export type RestartReport = {
  restarts: number;
  /** How many creations were answered, and how many with an error. */
  answered: number;
  failed: number;
  /**
   * Links that were answered but whose row is gone or differs, and upstream's links without a row that asked for them.
   */
  lost: string[];
  /** Links that upstream has, but whose row still has no outcome. */
  outcomesLost: number;
  /** The times from the signal to stop until a creation that began afterwards succeeded, in milliseconds. */
  backMs: number[];
};

/**
 * Restarts Postgres `restarts` times, alternately fast and immediate, while `clients` create links one after another in
 * one process, which keeps running.
 */
export async function restartDuringCreation(
  environment: Environment,
  creator: Creator,
  { restarts, clients, seed }: { restarts: number; clients: number; seed: number },
): Promise<RestartReport> {
  const random = seededRandom(seed);
  const { merchantId, actor, account } = await connectedMerchant(environment.sandboxUrl);
  const answers = new Map<string, { linkId: string; state: string }>();
  const successes: { began: number; at: number }[] = [];
  let [failed, number, isOver] = [0, 0, false];

  const work = async (): Promise<void> => {
    while (!isOver) {
      const began = performance.now();
      const description = `Request ${++number}`;
      const link = { amountMinor: 1250, currency: "USD", description } as const;
      const createRequest = { merchantId, userId: actor.userId, intentId: crypto.randomUUID(), link };
      const answer = await creator.create(createRequest).catch(() => undefined);
      if (answer?.ok) {
        answers.set(description, answer.value);
        successes.push({ began, at: performance.now() });
      } else {
        failed += 1;
        await sleep(50);
      }
    }
  };
  const working = Promise.all(Array.from({ length: clients }, work));

  const backMs: number[] = [];
  for (let restart = 0; restart < restarts; restart += 1) {
    await sleep(100 + random() * 400);
    const signalled = performance.now();
    await environment.restartPostgres(restart % 2 === 0 ? "fast" : "immediate");
    const isBack = () => successes.find(({ began }) => began > signalled);
    while (!isBack() && performance.now() - signalled < 60_000) await sleep(5);
    backMs.push((isBack()?.at ?? Number.POSITIVE_INFINITY) - signalled);
    successes.length = 0;
  }
  isOver = true;
  await working;

  const rows = await readRows(environment.adminUrl);
  const made = await account.links();
  const lost = [...answers].filter(([description, { linkId, state }]) => {
    const row = rows.get(description);
    return row?.id !== linkId || row.state !== state;
  });
  const external = made.filter(({ description }) => !rows.has(plain(description)));
  return {
    ...{ restarts, failed, backMs, answered: answers.size },
    lost: [...lost.map(([description]) => description), ...external.map(({ description }) => description)],
    outcomesLost: made.filter(({ description }) => rows.get(plain(description))?.state === "sending").length,
  };
}

/** The description without the reference, which upstream has at its end. */
function plain(description: string): string {
  return description.replace(/ \(ref \w+\)$/, "");
}

async function readRows(adminUrl: string): Promise<Map<string, { id: string; state: string }>> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query("SELECT id, state, description FROM payment_links");
  await client.end();
  return new Map(rows.map(({ id, state, description }) => [description, { id, state }]));
}
