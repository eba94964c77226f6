import { db } from "@/lib/platform/db";

export type Limit = { max: number; windowSeconds: number };

/**
 * Counts one attempt under `key` and says whether it is still within `max` for the window. The count lives
 * in Postgres, so all web processes share it.
 */
export async function isWithinLimit(key: string, max: number, windowSeconds: number): Promise<boolean> {
  const [row] = await db().$queryRaw<{ hits: number }[]>`
    INSERT INTO rate_limits AS r (key, hits, window_ends_at)
    VALUES (${key}, 1, now() + make_interval(secs => ${windowSeconds}))
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN r.window_ends_at < now() THEN 1 ELSE r.hits + 1 END,
      window_ends_at = CASE WHEN r.window_ends_at < now() THEN excluded.window_ends_at ELSE r.window_ends_at END
    RETURNING hits`;
  return (row?.hits ?? 0) <= max;
}

/** The same for several limits at once. A shorter one that is used up keeps an attempt from counting in the longer. */
export async function isWithinLimits(key: string, limits: readonly Limit[]): Promise<boolean> {
  for (const { max, windowSeconds } of limits) {
    if (!(await isWithinLimit(`${key}:${windowSeconds}`, max, windowSeconds))) return false;
  }
  return true;
}

/** Takes back one attempt that turned out to be none. */
export async function uncount(key: string): Promise<void> {
  await db().$executeRaw`UPDATE rate_limits SET hits = hits - 1 WHERE key = ${key} AND hits > 0`;
}

/** Forgets the attempts under these keys, for use after a success. */
export async function resetLimits(keys: string[]): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key: { in: keys } } });
}

/** Deletes counts whose window has ended, and answers how many there were, at most `limit`. */
export function deleteEndedLimits(limit: number): Promise<number> {
  return db().$executeRaw`
    DELETE FROM rate_limits WHERE key IN (
      SELECT key FROM rate_limits WHERE window_ends_at < now() LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) AND window_ends_at < now()`;
}
