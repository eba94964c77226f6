import { setTimeout as sleep } from "node:timers/promises";
import { type Runner, run } from "graphile-worker";
import type pg from "pg";
import { leaseSeconds } from "@/lib/domain/payment-links/sync/lease-repository";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { keepSealing } from "@/lib/jobs/seal-audit";
import { taskList } from "@/lib/jobs/tasks";
import { requireSetting } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/**
 * The sweep every minute; one that is still waiting is not joined by another. Once a night (UTC) what was deleted 30 days
 * ago is removed, or as soon as a worker runs again.
 */
const crontab = `* * * * * sweep ?max=1&jobKey=sweep
17 7 * * * purge-deleted ?max=3&jobKey=purge-deleted&fill=1d`;

/** Jobs wait for upstream most of the time. */
const concurrency = 5;

/** Jobs for later are found by looking, and the first look for a lost answer is two seconds away. */
const pollMs = 1_000;

const restartMs = 1_000;

/** By then every lease of a worker that died before is over. */
const leaseOverMs = (leaseSeconds + 2) * 1_000;

/** Three of each hand, one after another. */
const stuckLooks = 3 * concurrency;

/** What stopping may take. Whatever is unfinished then is taken up by leases and the sweep. */
const stopTimeoutMs = 4_500;

/**
 * Does the background work of the database in DATABASE_URL until it is stopped. Any number of workers may run. One
 * that does not reach the database, or loses it, goes on when it is there.
 * @returns `stop`, which resolves within 5 seconds.
 * @throws {SettingError} when DATABASE_URL is not given.
 */
export function startWorker(): { stop: () => Promise<void> } {
  const pool = queuePool(requireSetting("DATABASE_URL"), concurrency + 2);
  const stopping = new AbortController();
  const sealing = keepSealing(stopping.signal);
  const ended = keepRunning(pool, stopping.signal).then(async () => {
    await pool.end();
    await sealing;
  });
  return {
    stop: async () => {
      stopping.abort();
      await Promise.race([ended, sleep(stopTimeoutMs, undefined, { ref: false })]);
    },
  };
}

async function keepRunning(pool: pg.Pool, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // The queue gives up where it cannot write down that a job is done.
    await runQueue(pool, signal).catch(logStopped);
    await sleep(restartMs, undefined, { signal }).catch(() => {});
  }
}

/** Resolves when the queue has stopped, because of the signal or an error. */
async function runQueue(pgPool: pg.Pool, signal: AbortSignal): Promise<void> {
  const runner = await run({
    pgPool,
    schema: "graphile_worker",
    taskList: taskList(signal),
    crontab,
    concurrency,
    pollInterval: pollMs,
    logger: queueLogger(),
    noHandleSignals: true,
    // Right behind a pooler that gives each transaction another connection.
    noPreparedStatements: true,
    // Without a batch the queue does not wait for its own "done", whose failure would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const stop = () => runner.stop().catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) void stop();
  // What fell due while no worker ran does not wait for the minute, nor does what one that died had in hand.
  const swept = Promise.all([
    runner.addJob("sweep", {}, { jobKey: "sweep", maxAttempts: 1 }),
    runner.addJob(
      "sweep",
      {},
      { jobKey: "sweep-leases", maxAttempts: 1, runAt: new Date(Date.now() + leaseOverMs) },
    ),
  ]).catch(logStopped);
  try {
    await Promise.race([Promise.all([runner.promise, swept]), untilStuck(runner, signal)]);
  } finally {
    signal.removeEventListener("abort", stop);
    await Promise.race([stop(), sleep(stopTimeoutMs, undefined, { ref: false })]);
  }
}

/**
 * Resolves when this queue does nothing any more, though it has not ended; only a new one helps.
 *  - No look for a job succeeds: one whose very first look is broken by the database keeps that failure for good. While
 *    the database is away, a new one tries to reach it.
 *  - It stops by itself, because it could not write down what became of a job: that never comes to an end.
 */
function untilStuck({ events }: Runner, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let failures = 0;
    const forget = () => {
      failures = 0;
    };
    events.on("worker:getJob:empty", forget);
    events.on("job:start", forget);
    events.on("worker:getJob:error", () => {
      failures += 1;
      if (failures >= stuckLooks) resolve();
    });
    events.on("pool:gracefulShutdown", () => {
      if (!signal.aborted) resolve();
    });
  });
}

function logStopped(error: unknown): void {
  log().error({ code: "queue_stopped", reason: error instanceof Error ? error.message : "" });
}
