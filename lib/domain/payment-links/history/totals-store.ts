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
  // Where many of the rows match, so do more than can be found through the index.
  if (condition.keys === null || first.totals.count > firstLook / 10) {
    const looked = await lookAt(tx, rows, condition, most);
    return looked.seen < most ? looked.totals : { moreThan: looked.totals.count };
  }
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

/** What matches among the newest rows of a selection. */
async function lookAt(
  tx: MerchantTx,
  rows: ReturnType<typeof toRows>,
  { where }: Selection["condition"],
  count: number,
): Promise<{ seen: number; totals: Totals }> {
  return toCounts(
    await tx.$queryRaw<Row[]>`
      WITH seen AS MATERIALIZED (
        SELECT * FROM payment_links WHERE ${rows.where} ORDER BY ${rows.order} LIMIT ${count}
      )
      SELECT currency, count(*)::int AS links, sum(amount_minor)::bigint AS total,
        (SELECT count(*) FROM seen)::int AS seen
      FROM seen WHERE ${where} GROUP BY currency
      UNION ALL SELECT NULL, 0, NULL, (SELECT count(*) FROM seen)::int`,
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
