import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type Runner, run, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { leaseSeconds } from "@/lib/domain/payment-links/sync/lease-repository";
import { type Heartbeat, startHeartbeat } from "@/lib/jobs/heartbeat";
import { queueLogger } from "@/lib/jobs/queue-logger";
import { queuePool } from "@/lib/jobs/queue-pool";
import { keepSealing } from "@/lib/jobs/seal-audit";
import { taskList } from "@/lib/jobs/tasks";
import { requireSetting } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/**
 * The sweep runs every minute, and only one is ever waiting. Each night (UTC), or when a worker next runs, merchants
 * that were deleted 30 days ago are removed. What has expired is deleted every hour.
 */
const crontab = `* * * * * sweep ?max=1&jobKey=sweep
23 * * * * purge-expired ?max=3&jobKey=purge-expired
17 7 * * * purge-deleted ?max=3&jobKey=purge-deleted&fill=1d`;

/** Jobs spend most of their time waiting for upstream. */
const concurrency = 5;

/** The queue polls for delayed jobs; the first sync after a lost answer is due in two seconds. */
const pollMs = 1_000;

const restartMs = 1_000;

/** After this time every lease of a worker that died earlier has expired. */
const leaseOverMs = (leaseSeconds + 2) * 1_000;

/** Three failed polls for each of the concurrent jobs. */
const stuckPolls = 3 * concurrency;

/** After this, jobs that are still being worked on when the worker stops are given back to the others. */
const finishMs = 3_900;

/** How long stopping may take. Leases and the sweep take care of what is unfinished by then. */
const stopTimeoutMs = 4_500;

/**
 * Does the background work for the database in DATABASE_URL until it is stopped. Any number of workers may run. A
 * worker without a connection to the database waits until there is one.
 * @returns `stop`, which resolves within 5 seconds.
 * @throws {SettingError} when DATABASE_URL is not given.
 */
export function startWorker(): { stop: () => Promise<void> } {
  const pool = queuePool(requireSetting("DATABASE_URL"), concurrency + 2);
  const stopping = new AbortController();
  const sealing = keepSealing(stopping.signal);
  const heartbeat = startHeartbeat(pool, stopping.signal);
  const ended = keepRunning(pool, heartbeat, stopping.signal).then(async () => {
    await heartbeat.ended;
    await heartbeat.release().catch(logStopped);
    await pool.end();
    await sealing;
  });
  return {
    stop: async () => {
      stopping.abort();
      const isOver = ended.then(() => true);
      if (await Promise.race([isOver, sleep(finishMs, false, { ref: false })])) return;
      const released = heartbeat.release().catch(logStopped);
      await Promise.race([
        Promise.all([ended, released]),
        sleep(stopTimeoutMs - finishMs, undefined, { ref: false }),
      ]);
    },
  };
}

async function keepRunning(pool: pg.Pool, heartbeat: Heartbeat, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // The queue ends with an error when it cannot store that a job is done; it is then started again.
    await runQueue(pool, heartbeat, signal).catch(logStopped);
    await sleep(restartMs, undefined, { signal }).catch(() => {});
  }
}

/** Resolves when the queue has stopped, because of the signal or an error. */
async function runQueue(pgPool: pg.Pool, heartbeat: Heartbeat, signal: AbortSignal): Promise<void> {
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => heartbeat.setName(workerPool.id));
  const runner = await run({
    pgPool,
    events,
    schema: "graphile_worker",
    taskList: taskList(signal),
    crontab,
    concurrency,
    pollInterval: pollMs,
    logger: queueLogger(),
    noHandleSignals: true,
    // A pooler may give each transaction another connection, on which prepared statements are missing.
    noPreparedStatements: true,
    // With batches, the queue stores "done" later; if that fails, nobody handles the error and the process ends.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const stop = () => runner.stop().catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) void stop();
  // Work that became due while no worker ran does not wait for the next minute, nor does the work of a worker that
  // died.
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
 * Resolves when this queue does nothing any more although it has not ended, so that only a new one helps:
 *  - No poll succeeds. When the database breaks the queue's very first poll, the queue repeats that error for good.
 *  - It stops by itself because it could not store what became of a job. It then waits without an end.
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
      if (failures >= stuckPolls) resolve();
    });
    events.on("pool:gracefulShutdown", () => {
      if (!signal.aborted) resolve();
    });
  });
}

function logStopped(error: unknown): void {
  log().error({ code: "queue_stopped", reason: error instanceof Error ? error.message : "" });
}
