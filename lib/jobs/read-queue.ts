import { db } from "@/lib/platform/db";

export type QueueState = { waiting: number; failed: number; oldestSeconds: number };

/** Jobs that are due and not at work, those that are given up, and for how long the oldest has been due. */
export async function readQueue(): Promise<QueueState> {
  const [row] = await db().$queryRaw<QueueState[]>`
    SELECT count(*) FILTER (WHERE attempts < max_attempts)::int AS waiting,
      count(*) FILTER (WHERE attempts >= max_attempts)::int AS failed,
      coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE attempts < max_attempts)), 0)::float8
        AS "oldestSeconds"
    FROM graphile_worker.jobs WHERE run_at <= now() AND locked_at IS NULL`;
  return row ?? { waiting: 0, failed: 0, oldestSeconds: 0 };
}
