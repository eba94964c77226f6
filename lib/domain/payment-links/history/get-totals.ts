import type { LinkView } from "@/lib/core/link-view";
import { type Selection, toRows } from "@/lib/domain/payment-links/history/page-store";
import {
  type Counts,
  countedAll,
  countedAmong,
  countedThroughIndex,
  guessedRows,
  type Totals,
  toCounts,
} from "@/lib/domain/payment-links/history/totals-store";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import { askAs } from "@/lib/platform/db";

/** There are more links than can be counted while a person waits. */
export type MoreThan = { moreThan: number };

/** So many rows are looked at to tell whether links are frequent. */
const firstLook = 1_000;
/** So many are counted: rows that are looked at, or links that are found through the index. */
const most = 5_000;
/** Where there are surely more than that, rows are looked at instead, which is quicker than to find thousands: so many at most. */
const longLook = 20_000;
/** A look at rows is so long that about as many of them match. */
const enough = 500;

/**
 * What the links of a selection amount to, all pages together.
 * @param known what a look at as many of the newest rows has counted already.
 */
export async function countTotals(
  view: LinkView,
  { after: _after, before: _before, ...selection }: Selection,
  known: Counts | null,
): Promise<Totals | MoreThan> {
  const { condition } = selection;
  const rows = toRows(view, { ...selection, order: "newest" });
  const lookAt = async (count: number) =>
    toSeen(await askAs(view.merchantId, countedAmong(rows, condition, count)));
  const first = known ?? (await lookAt(firstLook));
  if (first.seen < firstLook) return first.totals;
  const share = first.totals.count / firstLook;
  const countAmong = async (count: number) => {
    const { seen, totals } = await lookAt(count);
    return seen < count ? totals : { moreThan: totals.count };
  };
  // Where many of the rows match, so do more than can be found through the index.
  if (condition.keys === null || share > 0.1) return countAmong(most);
  // The planner's guess at how many rows there are only decides which way they are counted.
  const [guess = 0] = share === 0 ? [] : await askAs(view.merchantId, guessedRows(rows));
  if (guess * share > 2 * most) return countAmong(Math.min(Math.ceil(enough / share), longLook));
  const found = toSeen(await askAs(view.merchantId, countedThroughIndex(rows, condition, most)));
  if (found.seen < most) return found.totals;
  return { moreThan: Math.max(found.totals.count, first.totals.count) };
}

type SeenRows = (Parameters<typeof toCounts>[0][number] & { seen: number })[];

function toSeen(rows: SeenRows): Counts {
  return toCounts(rows, rows[0]?.seen ?? 0);
}

/** All of them, however many, which takes as long as looking at every row: a second for a million. */
export async function countSelected(view: LinkView, selection: Selection): Promise<number> {
  const [row] = await askAs(view.merchantId, countedAll(view, selection));
  return row?.count ?? 0;
}

/** The totals of links that are all on one page. */
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
