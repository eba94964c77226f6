import * as z from "zod";
import type { Sql, Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const counted = z.object({ key: z.string(), hits: z.number(), leftMs: z.number() });

export function attempts(
  keys: readonly string[],
  windowSeconds: number,
  condition: Sql = Prisma.sql`true`,
): Statement<z.output<typeof counted>> {
  // In order, so that two statements that share keys cannot wait for each other.
  const sql = Prisma.sql`
    INSERT INTO rate_limits AS r (key, hits, window_ends_at)
    SELECT key, 1, now() + make_interval(secs => ${windowSeconds}::float8)
    FROM unnest(${keys}::text[]) AS key WHERE ${condition} ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      hits = CASE WHEN r.window_ends_at < now() THEN 1 ELSE r.hits + 1 END,
      window_ends_at = CASE WHEN r.window_ends_at < now() THEN excluded.window_ends_at ELSE r.window_ends_at END
    RETURNING key, hits, (extract(epoch FROM window_ends_at - now()) * 1000)::float8 AS "leftMs"`;
  return { sql, row: counted };
}
