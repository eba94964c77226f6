import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export type SilenceReport = {
  /** In milliseconds: reads while upstream answers, and while it does not. */
  usualP95: number;
  silentP95: number;
  reads: { usual: number; silent: number };
  /** Reads that failed. */
  failures: number;
  /** The most creations that waited for upstream at the same time, and the outcomes of all. */
  hanging: number;
  outcomes: Map<string, number>;
  /** The most connections to Postgres at any moment. */
  connections: number;
};

type Options = {
  adminUrl: string;
  /** A read as people make it, such as of the history. */
  read: () => Promise<unknown>;
  /** Creates one link and answers its outcome; takes as long as upstream does. */
  create: () => Promise<string>;
  /** With `true`, upstream accepts connections and sends nothing; with `false`, it answers again. */
  silence: (isSilent: boolean) => void;
  creators: number;
  /**
   * The interval in which each creator creates links, whether upstream answers or not, so that only the waiting
   * differs. It is longer than the deadline.
   */
  everyMs: number;
  silentMs: number;
  usualMs: number;
};

/** Reads again and again while `creators` create links: with upstream answering, then silent, then answering again. */
export async function readThroughSilence(options: Options): Promise<SilenceReport> {
  const { adminUrl, read, create, silence, creators, everyMs, silentMs, usualMs } = options;
  const report = { failures: 0, hanging: 0, connections: 0, outcomes: new Map<string, number>() };
  const watcher = await watchConnections(adminUrl);
  let [isOver, waiting] = [false, 0];

  const work = async (): Promise<void> => {
    while (!isOver) {
      const dueAt = performance.now() + everyMs;
      waiting += 1;
      report.hanging = Math.max(report.hanging, waiting);
      const outcome = await create().catch(String);
      waiting -= 1;
      report.outcomes.set(outcome, (report.outcomes.get(outcome) ?? 0) + 1);
      while (!isOver && performance.now() < dueAt) await sleep(100);
    }
  };
  const readFor = async (ms: number): Promise<number[]> => {
    const took: number[] = [];
    for (const until = performance.now() + ms; performance.now() < until; await sleep(20)) {
      const began = performance.now();
      await read().then(
        () => took.push(performance.now() - began),
        () => {
          report.failures += 1;
        },
      );
    }
    return took;
  };

  await readFor(1_000);
  const working = Promise.all(
    Array.from({ length: creators }, async (_, index) => {
      await sleep((everyMs * index) / creators);
      await work();
    }),
  );
  const before = await readFor(usualMs / 2);
  silence(true);
  const during = await readFor(silentMs);
  silence(false);
  const after = await readFor(usualMs / 2);
  isOver = true;
  await working;
  report.connections = await watcher.stop();
  const usual = [...before, ...after];
  const reads = { usual: usual.length, silent: during.length };
  return { ...report, reads, usualP95: percentile(usual, 0.95), silentP95: percentile(during, 0.95) };
}

function percentile(values: number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

/** Counts the connections of Cobro's processes several times a second. */
async function watchConnections(adminUrl: string): Promise<{ stop: () => Promise<number> }> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: "campaign" });
  await client.connect();
  const name = new URL(adminUrl).pathname.slice(1);
  const ended = new AbortController();
  let most = 0;
  const watching = (async () => {
    while (!ended.signal.aborted) {
      const { rows } = await client.query(
        "SELECT count(*)::int AS held FROM pg_stat_activity WHERE application_name = 'cobro' AND datname = $1",
        [name],
      );
      most = Math.max(most, rows[0].held);
      await sleep(200);
    }
  })();
  const stop = async () => {
    ended.abort();
    await watching;
    await client.end();
    return most;
  };
  return { stop };
}
