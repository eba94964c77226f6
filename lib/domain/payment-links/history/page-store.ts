import type { LinkView } from "@/lib/core/link-view";
import { type Condition, knownAmount } from "@/lib/domain/payment-links/history/conditions-store";
import type { LinkOrder, Place } from "@/lib/domain/payment-links/history/parse-filters";
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

const { sql, empty } = Prisma;

/** The rows of a selection but for its condition, as SQL. */
export type Rows = {
  where: Prisma.Sql;
  order: Prisma.Sql;
  /** The ids are between these. */
  above: string | null;
  below: string | null;
  isReversed: boolean;
};

export function toRows(
  { merchantId, onlyBy }: LinkView,
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

/**
 * The first rows of a selection in their order, as a table. With all columns, of which Postgres sorts none to get at a few:
 * it reads them through an index that has the order.
 */
export function firstRows({ where, order }: Rows, count: number): Prisma.Sql {
  return sql`(SELECT * FROM payment_links WHERE ${where} ORDER BY ${order} LIMIT ${count}) AS first_rows`;
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
