import * as z from "zod";
import type { LinkScope } from "@/lib/core/link-view";
import { type Selection, toRows } from "@/lib/domain/payment-links/history/page-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";

/** How many links there are, and the sum of their amounts for each currency, the most frequent first. */
export type Totals = { count: number; sums: { currency: CurrencyCode; amountMinor: number }[] };
/** There are more links than can be counted while a person waits. */
export type MoreThan = { moreThan: number };

/** So many rows are looked at to tell whether links are frequent. */
const firstLook = 1_000;
/** So many are counted: rows that are looked at, or links that are found through the index. */
const most = 5_000;
/** Where there are surely more than that, rows are looked at instead, which is quicker than to find thousands. */
const longLook = 20_000;

/** What the links of a selection amount to, all pages together. */
export async function countTotals(
  tx: MerchantTx,
  view: LinkScope,
  { after, before, ...selection }: Selection,
): Promise<Totals | MoreThan> {
  const { condition } = selection;
  const rows = toRows(tx, view, { ...selection, order: "newest" });
  const first = await lookAt(tx, rows, condition, firstLook);
  if (first.seen < firstLook) return first.totals;
  const share = first.totals.count / firstLook;
  const look = async (count: number) => {
    const { seen, totals } = await lookAt(tx, rows, condition, count);
    return seen < count ? totals : { moreThan: totals.count };
  };
  // Where many of the rows match, so do more than can be found through the index.
  if (condition.keys === null || share > 0.1) return look(most);
  if (await isBeyond(tx, rows, share)) return look(longLook);
  const found = toCounts(
    await tx.$queryRaw<Row[]>`
      WITH ids AS MATERIALIZED (
        SELECT find_link_ids AS id
        FROM find_link_ids(${condition.keys}::tsquery, ${rows.above}::uuid, ${rows.below}::uuid, ${most}::int)
      )
      SELECT currency, count(*)::int AS links, sum(amount_minor)::bigint AS total, (SELECT count(*) FROM ids)::int AS seen
      FROM payment_links WHERE ${rows.where} AND id = ANY(ARRAY(SELECT id FROM ids)) AND ${condition.where} GROUP BY currency
      UNION ALL SELECT NULL, 0, NULL, (SELECT count(*) FROM ids)::int`,
  );
  if (found.seen < most) return found.totals;
  return { moreThan: Math.max(found.totals.count, first.totals.count) };
}

/** All of them, however many. */
export async function countSelected(
  tx: MerchantTx,
  view: LinkScope,
  { condition, ...selection }: Selection,
): Promise<number> {
  const { where } = toRows(tx, view, { condition, ...selection });
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM payment_links WHERE ${where} AND ${condition.where}`;
  return row?.count ?? 0;
}

/**
 * Whether far more links are to be expected than are counted, as this share of the newest rows matches. The planner's guess at
 * how many rows there are only decides which way they are counted.
 */
async function isBeyond(tx: MerchantTx, rows: ReturnType<typeof toRows>, share: number): Promise<boolean> {
  if (share === 0) return false;
  const plans = await tx.$queryRaw<{ "QUERY PLAN": unknown }[]>`
    EXPLAIN (FORMAT JSON) SELECT FROM payment_links WHERE ${rows.where}`;
  const [{ Plan: plan } = { Plan: null }] = guess.parse(plans[0]?.["QUERY PLAN"]);
  return (plan?.["Plan Rows"] ?? 0) * share > 2 * most;
}

const guess = z.array(z.object({ Plan: z.object({ "Plan Rows": z.number() }) }));

/** What matches among the newest rows of a selection. */
async function lookAt(
  tx: MerchantTx,
  rows: ReturnType<typeof toRows>,
  { where }: Selection["condition"],
  count: number,
): Promise<{ seen: number; totals: Totals }> {
  return toCounts(
    await tx.$queryRaw<Row[]>`
      SELECT currency, count(*) FILTER (WHERE ${where})::int AS links,
        sum(amount_minor) FILTER (WHERE ${where})::bigint AS total, (sum(count(*)) OVER ())::int AS seen
      FROM (SELECT * FROM payment_links WHERE ${rows.where} ORDER BY ${rows.order} LIMIT ${count}) AS seen
      GROUP BY currency`,
  );
}

/** The same of links that are all on one page. */
export function addUp(links: readonly Pick<PaymentLink, "currency" | "amountMinor">[]): Totals {
  const sums = new Map<CurrencyCode, number>();
  for (const { currency, amountMinor } of links) {
    if (currency !== null && amountMinor !== null)
      sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  return {
    count: links.length,
    sums: [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor })),
  };
}

type Row = { currency: string | null; links: number; total: bigint | null; seen: number };

function toCounts(rows: Row[]): { seen: number; totals: Totals } {
  const byLinks = rows.toSorted((a, b) => b.links - a.links);
  const sums = byLinks.flatMap(({ currency, total }) =>
    currency !== null && isCurrency(currency) && total !== null
      ? [{ currency, amountMinor: Number(total) }]
      : [],
  );
  return {
    seen: rows[0]?.seen ?? 0,
    totals: { count: rows.reduce((sum, { links }) => sum + links, 0), sums },
  };
}
