import { db, readTogether } from "@/lib/platform/db";
import { attempts } from "@/lib/platform/rate-limit-store";
import { readRows, type Sql, type Statement } from "@/lib/platform/statement";

export type Limit = { max: number; windowSeconds: number };

/** One attempt that was counted: which of its window it is, and for how many milliseconds the window goes on. */
export type Counted = { key: string; hits: number; leftMs: number };

/**
 * Counts one attempt under each key, in one statement. The counts live in Postgres, so all web processes share them.
 * @returns what was counted, by key.
 */
export async function countAttempts(
  keys: readonly string[],
  windowSeconds: number,
): Promise<ReadonlyMap<string, Counted>> {
  const counting = countingAttempts(keys, windowSeconds);
  const [rows] = await readTogether(counting.sql);
  return new Map(readRows(counting, rows).map((found) => [found.key, found]));
}

/** The same as a statement, which takes the rights of the owner. It counts nothing unless `condition` holds. */
export function countingAttempts(
  keys: readonly string[],
  windowSeconds: number,
  condition?: Sql,
): Statement<Counted> {
  return attempts(keys, windowSeconds, condition);
}

/** Limits that are counted in one message with what they allow: how many attempts under each key. */
export type CountedLimits = { mostByKey: ReadonlyMap<string, number>; windowSeconds: number };

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
