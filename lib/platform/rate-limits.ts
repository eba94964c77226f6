import { db } from "@/lib/platform/db";

export type Limit = { max: number; windowSeconds: number };

/** One attempt that was counted: which of its window it is, and for how many milliseconds the window goes on. */
type Counted = { hits: number; leftMs: number };

/**
 * Counts one attempt under each key, in one statement. The counts live in Postgres, so all web processes share them.
 * @returns what was counted, by key.
 */
export async function countAttempts(
  keys: readonly string[],
  windowSeconds: number,
): Promise<ReadonlyMap<string, Counted>> {
  // In order, so that two statements that share keys cannot wait for each other.
  const rows = await db().$queryRaw<(Counted & { key: string })[]>`
    INSERT INTO rate_limits AS r (key, hits, window_ends_at)
    SELECT key, 1, now() + make_interval(secs => ${windowSeconds}) FROM unnest(${keys}::text[]) AS key ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN r.window_ends_at < now() THEN 1 ELSE r.hits + 1 END,
      window_ends_at = CASE WHEN r.window_ends_at < now() THEN excluded.window_ends_at ELSE r.window_ends_at END
    RETURNING key, hits, (extract(epoch FROM window_ends_at - now()) * 1000)::float8 AS "leftMs"`;
  return new Map(rows.map(({ key, ...counted }) => [key, counted]));
}

/** Counts one attempt under `key` and says whether it is still within `max` for the window. */
export async function isWithinLimit(key: string, max: number, windowSeconds: number): Promise<boolean> {
  const counted = await countAttempts([key], windowSeconds);
  return (counted.get(key)?.hits ?? 0) <= max;
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
