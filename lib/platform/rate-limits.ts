import { db } from "@/lib/platform/db";

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

/** Forgets the attempts under `key`, for use after a success. */
export async function resetLimit(key: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key } });
}
