import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { log } from "@/lib/platform/log";

const everyMs = 10_000;
/** A worker that was not seen for this long has died. */
const aliveFor = "1 minute";

/** What marks the jobs that a worker's queue has taken: its name is in their rows. */
export type Heartbeat = {
  /** The queue got a new name, because it was started again. */
  setName(name: string): void;
  /** Gives the jobs that are still being worked on back to the other workers. */
  release(): Promise<void>;
  /** Resolves when the last beat is over. */
  ended: Promise<void>;
};

/**
 * Says every ten seconds that this worker lives, and frees the jobs of workers that do not. Without this, the queue would
 * keep them from everybody for four hours.
 */
export function startHeartbeat(pool: pg.Pool, signal: AbortSignal): Heartbeat {
  let name: string | undefined;
  const ended = keepBeating(() => beat(pool, name), signal);
  return {
    setName: (next) => {
      name = next;
    },
    release: async () => {
      if (name === undefined) return;
      await pool.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [[name]]);
      await pool.query("DELETE FROM worker_heartbeats WHERE worker_id = $1", [name]);
    },
    ended,
  };
}

async function keepBeating(beatOnce: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await beatOnce().catch((error: unknown) => {
      log().warn({ code: "heartbeat_failed", reason: error instanceof Error ? error.message : "" });
    });
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

async function beat(pool: pg.Pool, name: string | undefined): Promise<void> {
  if (name !== undefined) {
    await pool.query(
      `INSERT INTO worker_heartbeats (worker_id, seen_at) VALUES ($1, now())
       ON CONFLICT (worker_id) DO UPDATE SET seen_at = excluded.seen_at`,
      [name],
    );
  }
  const freed = await freeAbandoned(pool);
  if (freed.length > 0) log().warn({ code: "jobs_freed", workers: freed });
}

/**
 * Unlocks the jobs of workers that were not seen for a minute. A job that was taken within that minute may belong to one
 * that has not said yet that it lives.
 * @returns those workers.
 */
export async function freeAbandoned(pool: Pick<pg.Pool, "query">): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT DISTINCT locked_by AS name FROM graphile_worker._private_jobs
     WHERE locked_at < now() - interval '${aliveFor}' AND NOT EXISTS (
       SELECT FROM worker_heartbeats WHERE worker_id = locked_by AND seen_at > now() - interval '${aliveFor}')`,
  );
  const names = rows.map(({ name }) => name);
  if (names.length > 0) await pool.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [names]);
  await pool.query("DELETE FROM worker_heartbeats WHERE seen_at < now() - interval '1 day'");
  return names;
}
