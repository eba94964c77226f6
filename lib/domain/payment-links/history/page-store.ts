import type { LinkScope } from "@/lib/core/link-view";
import type { MerchantId } from "@/lib/core/merchant-id";
import { always, type Condition, knownAmount } from "@/lib/domain/payment-links/history/conditions-store";
import type { LinkOrder, Place } from "@/lib/domain/payment-links/history/parse-filters";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Which links, in which order, from where. */
export type Selection = {
  condition: Condition;
  /** Only these. */
  linkIds?: readonly string[] | undefined;
  creatorId?: string | undefined;
  createdFrom?: Date | undefined;
  createdBefore?: Date | undefined;
  order: LinkOrder;
  /** Those that come after this one in the order. */
  after?: Place | undefined;
  /** Those that come before it, the nearest. */
  before?: Place | undefined;
};

/** Rows of the merchant that are looked at one by one, in their order, before the index of search keys is asked. */
const firstLook = 1_000;
/** As many as are still quicker to look at than to find thousands through the index. */
const longLook = 20_000;

const { sql, empty } = Prisma;

/**
 * The ids of the first links of a selection, in its order. What is frequent is found by looking at rows in their order,
 * which ends with the first page; what is rare, through the index. So the work is bounded however many links there are.
 */
export async function findPage(
  tx: MerchantTx,
  view: LinkScope,
  selection: Selection,
  limit: number,
): Promise<string[]> {
  const { condition } = selection;
  const rows = toRows(tx, view, selection);
  if (condition === always) return readFirst(tx, rows, limit);
  const first = await lookThrough(tx, rows, condition, { limit, most: firstLook });
  if (first.isAll) return first.ids;
  // Enough of them that the page is probably full before the longer look ends.
  if (condition.keys === null || first.ids.length * longLook >= 2 * limit * firstLook) {
    const second = await lookThrough(tx, rows, condition, { limit, most: longLook });
    if (second.isAll) return second.ids;
  }
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM payment_links WHERE ${rows.where} AND ${throughIndex(rows, condition)} AND ${condition.where}
    ORDER BY ${rows.order} LIMIT ${limit}`;
  return inOrder(
    found.map(({ id }) => id),
    rows,
  );
}

/** Every row that is in the range, which the index in their order answers by itself. */
async function readFirst(tx: MerchantTx, rows: Rows, limit: number): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM payment_links WHERE ${rows.where} ORDER BY ${rows.order} LIMIT ${limit}`;
  return inOrder(
    found.map(({ id }) => id),
    rows,
  );
}

/** The rows of a selection but for its condition, as SQL. */
type Rows = {
  where: Prisma.Sql;
  order: Prisma.Sql;
  /** The ids are between these. */
  above: string | null;
  below: string | null;
  isReversed: boolean;
};

/** A condition that the index of search keys answers, if it can. */
function throughIndex({ above, below }: Rows, { keys }: Condition): Prisma.Sql {
  if (keys === null) return sql`TRUE`;
  return sql`id = ANY(ARRAY(SELECT find_link_ids(${keys}::tsquery, ${above}::uuid, ${below}::uuid, NULL)))`;
}

async function lookThrough(
  tx: MerchantTx,
  rows: Rows,
  { where }: Condition,
  { limit, most }: { limit: number; most: number },
): Promise<{ ids: string[]; isAll: boolean }> {
  const [found] = await tx.$queryRaw<{ ids: string[]; seen: number | null }[]>`
    WITH found AS MATERIALIZED (
      SELECT id FROM (
        SELECT * FROM payment_links WHERE ${rows.where} ORDER BY ${rows.order} LIMIT ${most}
      ) AS seen WHERE ${where} LIMIT ${limit}
    )
    SELECT ARRAY(SELECT id FROM found) AS ids,
      CASE WHEN (SELECT count(*) FROM found) < ${limit} THEN (
        SELECT count(*)::int FROM (
          SELECT FROM payment_links WHERE ${rows.where} ORDER BY ${rows.order} LIMIT ${most}
        ) AS seen
      ) END AS seen`;
  const { ids = [], seen = null } = found ?? {};
  return { ids: inOrder(ids, rows), isAll: seen === null || seen < most };
}

export function toRows(
  { merchantId }: { merchantId: MerchantId },
  { onlyBy }: LinkScope,
  { linkIds, creatorId, createdFrom, createdBefore, order, after, before }: Selection,
): Rows {
  const isReversed = before !== undefined;
  const place = before ?? after;
  const goesDown = (order === "newest" || order === "highest") !== isReversed;
  const byAmount = order === "highest" || order === "lowest";
  const direction = goesDown ? sql`DESC` : sql`ASC`;
  const ids = between(place && !byAmount ? (goesDown ? { below: place.id } : { above: place.id }) : {}, {
    above: createdFrom && idAt(createdFrom, -slackMs),
    below: createdBefore && idAt(createdBefore, slackMs),
  });
  const beyond = goesDown ? sql`<` : sql`>`;
  const where = sql`merchant_id = ${merchantId}::uuid
    ${onlyBy === null ? empty : sql`AND created_by_id = ${onlyBy}::uuid`}
    ${linkIds === undefined ? empty : sql`AND id = ANY(${[...linkIds]}::uuid[])`}
    ${creatorId === undefined ? empty : sql`AND created_by_id = ${creatorId}::uuid`}
    ${ids.above === null ? empty : sql`AND id > ${ids.above}::uuid`}
    ${ids.below === null ? empty : sql`AND id < ${ids.below}::uuid`}
    ${place && byAmount ? sql`AND (${knownAmount}, id) ${beyond} (${place.amountMinor}::bigint, ${place.id}::uuid)` : empty}`;
  return {
    ...{ where, isReversed, ...ids },
    order: byAmount ? sql`${knownAmount} ${direction}, id ${direction}` : sql`id ${direction}`,
  };
}

/** An id has the time of its creation by the portal's clock, the row by the database's. They differ by less. */
const slackMs = 86_400_000;

function idAt(at: Date, offsetMs: number): string {
  const hex = Math.max(0, at.getTime() + offsetMs)
    .toString(16)
    .padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

type Bounds = { above?: string | undefined; below?: string | undefined };

/** The narrowest of the bounds. Ids in lower case have the order of their text. */
function between(...bounds: Bounds[]): { above: string | null; below: string | null } {
  const above = bounds.flatMap((one) => one.above ?? []).sort();
  const below = bounds.flatMap((one) => one.below ?? []).sort();
  return { above: above.at(-1) ?? null, below: below[0] ?? null };
}

function inOrder(ids: string[], { isReversed }: Rows): string[] {
  return isReversed ? ids.toReversed() : ids;
}
