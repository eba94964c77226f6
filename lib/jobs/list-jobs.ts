import { db } from "@/lib/platform/db";

export type QueuedJob = {
  id: string;
  task: string;
  attempts: number;
  maxAttempts: number;
  runAt: Date;
  isRunning: boolean;
  lastError: string | null;
};

/** Every job that waits or is being worked on, those that are due first. */
export async function listJobs(limit: number): Promise<{ total: number; first: QueuedJob[] }> {
  const [counted] = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::float8 AS total FROM graphile_worker.jobs`;
  const first = await db().$queryRaw<QueuedJob[]>`
    SELECT id::text, task_identifier AS task, attempts::int, max_attempts::int AS "maxAttempts", run_at AS "runAt",
      locked_at IS NOT NULL AS "isRunning", left(last_error, 200) AS "lastError"
    FROM graphile_worker.jobs ORDER BY run_at, id LIMIT ${limit}`;
  return { total: counted?.total ?? 0, first };
}

/** Jobs that no worker tries any more, the latest first. */
export async function listFailedJobs(limit: number): Promise<QueuedJob[]> {
  return db().$queryRaw<QueuedJob[]>`
    SELECT id::text, task_identifier AS task, attempts::int, max_attempts::int AS "maxAttempts", run_at AS "runAt",
      false AS "isRunning", left(last_error, 200) AS "lastError"
    FROM graphile_worker.jobs WHERE locked_at IS NULL AND attempts >= max_attempts
    ORDER BY run_at DESC, id DESC LIMIT ${limit}`;
}

/** Deletes jobs that failed for good a month ago and that nobody has tried again. Answers how many. */
export async function deleteOldFailures(): Promise<number> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT id::text FROM graphile_worker.complete_jobs(ARRAY(
      SELECT id FROM graphile_worker.jobs
      WHERE locked_at IS NULL AND attempts >= max_attempts AND run_at < now() - interval '30 days' LIMIT 10000))`;
  return rows.length;
}

/** A job that no worker has, and the merchant in whose name it was asked for. */
export async function findWaiting(id: string): Promise<{ task: string; merchantId: string | null } | null> {
  const [job] = await db().$queryRaw<{ task: string; merchantId: string | null }[]>`
    SELECT task_identifier AS task, payload ->> 'merchantId' AS "merchantId"
    FROM graphile_worker._private_jobs JOIN graphile_worker.jobs USING (id)
    WHERE id = ${id}::bigint AND jobs.locked_at IS NULL`;
  return job ?? null;
}

/** Lets a job run now. False when there is none, or a worker has it. */
export async function rescheduleNow(id: string): Promise<boolean> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT id::text FROM graphile_worker.reschedule_jobs(
      ARRAY(SELECT id FROM graphile_worker.jobs WHERE id = ${id}::bigint AND locked_at IS NULL),
      run_at => now(), attempts => 0)`;
  return rows.length > 0;
}
