import * as z from "zod";
import type { LinkView } from "@/lib/core/link-view";
import type { Condition } from "@/lib/domain/payment-links/history/conditions-store";
import { firstRows, type Rows, type Selection, toRows } from "@/lib/domain/payment-links/history/page-store";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { once, type Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const { sql } = Prisma;

/** How many links there are, and the sum of their amounts for each currency, the most frequent first. */
export type Totals = { count: number; sums: { currency: CurrencyCode; amountMinor: number }[] };

/** What matches among so many rows or links that were seen. */
export type Counts = { seen: number; totals: Totals };

export const countRow = z.object({
  currency: z.string().nullable(),
  links: z.number(),
  // Safe as a number for amounts that people enter.
  total: z.string().transform(Number).nullable(),
});
const seenRow = countRow.extend({ seen: z.number() });
type SeenRow = z.output<typeof seenRow>;

/**
 * What matches among the first rows of a selection. Whether a row does is found out in a step of its own: Postgres would put
 * the whole condition in place of each mention of it, and ask it of every row twice.
 */
export function countedAmong(rows: Rows, condition: Condition, count: number): Statement<SeenRow> {
  const asked = sql`
    WITH looked AS MATERIALIZED (
      SELECT currency, amount_minor, ${condition.where} AS "isMatch" FROM ${firstRows(rows, count)}
    )
    SELECT currency, count(*) FILTER (WHERE "isMatch")::int AS links,
      sum(amount_minor) FILTER (WHERE "isMatch")::bigint AS total, (sum(count(*)) OVER ())::int AS seen
    FROM looked GROUP BY currency`;
  return { sql: once(asked), row: seenRow };
}

/** What is found through the index, `most` links at most; of those `seen`. */
export function countedThroughIndex(
  { where, above, below }: Rows,
  condition: Condition,
  most: number,
): Statement<SeenRow> {
  const asked = sql`
    WITH ids AS MATERIALIZED (
      SELECT find_link_ids AS id
      FROM find_link_ids(${condition.keys}::tsquery, ${above}::uuid, ${below}::uuid, ${most}::int)
    )
    SELECT currency, count(*)::int AS links, sum(amount_minor)::bigint AS total, (SELECT count(*) FROM ids)::int AS seen
    FROM payment_links WHERE ${where} AND id = ANY(ARRAY(SELECT id FROM ids)) AND ${condition.where} GROUP BY currency
    UNION ALL SELECT NULL, 0, NULL, (SELECT count(*) FROM ids)::int`;
  return { sql: once(asked), row: seenRow };
}

const countedRow = z.object({ count: z.number() });

/** How many match of all rows of a selection. */
export function countedAll(
  view: LinkView,
  { condition, ...selection }: Selection,
): Statement<z.output<typeof countedRow>> {
  const { where } = toRows(view, { condition, ...selection });
  const asked = sql`SELECT count(*)::int AS count FROM payment_links WHERE ${where} AND ${condition.where}`;
  return { sql: once(asked), row: countedRow };
}

const planRow = z
  .object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.object({ "Plan Rows": z.number() }) })]) })
  .transform(({ "QUERY PLAN": [{ Plan: plan }] }) => plan["Plan Rows"]);

/** How many rows the planner believes there are. */
export function guessedRows({ where }: Rows): Statement<number> {
  return { sql: once(sql`EXPLAIN (FORMAT JSON) SELECT FROM payment_links WHERE ${where}`), row: planRow };
}

export function toCounts(rows: readonly z.output<typeof countRow>[], seen: number): Counts {
  const byLinks = rows.toSorted((a, b) => b.links - a.links);
  const sums = byLinks.flatMap(({ currency, total }) =>
    currency !== null && isCurrency(currency) && total !== null ? [{ currency, amountMinor: total }] : [],
  );
  return { seen, totals: { count: rows.reduce((sum, { links }) => sum + links, 0), sums } };
}
