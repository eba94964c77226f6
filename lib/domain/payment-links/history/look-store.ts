import * as z from "zod";
import type { LinkView } from "@/lib/core/link-view";
import { always } from "@/lib/domain/payment-links/history/conditions-store";
import { firstRows, type Selection, toRows } from "@/lib/domain/payment-links/history/page-store";
import { type Counts, countRow, toCounts } from "@/lib/domain/payment-links/history/totals-store";
import { once, type Sql } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

/** Rows of the merchant that are looked at one by one, in their order, before the index of search keys is asked. */
const firstLook = 1_000;
/** As many as are still quicker to look at than to find thousands through the index. */
const longLook = 20_000;

const { sql } = Prisma;

/** What is read of each link: columns as SQL, the id among them, and how they are read. */
export type Columns<Row> = { sql: Prisma.Sql; row: z.ZodType<Row> };

export const onlyIds: Columns<{ id: string }> = { sql: sql`id`, row: z.object({ id: z.string() }) };

export type Wanted<Row> = {
  columns: Columns<Row>;
  limit: number;
  /** Those that match among the rows that are looked at are counted too. */
  isCounted?: boolean;
};

/** What a look has found of a selection. */
export type Look<Row> = {
  /** In the order of the selection. */
  links: Row[];
  /** The first ones are among them; otherwise a longer look is needed. */
  isEnough: boolean;
  counts: Counts | null;
};

/** A question, and how its answer is read. */
export type AskedLook<Row> = { sql: Sql; read: (rows: unknown[] | undefined) => Look<Row> };

/**
 * Asks for the first links of a selection. What is frequent is found by looking at rows in their order, which ends with
 * the first page; what is rare, through the index, in the same statement.
 */
export function firstLookAt<Row>(view: LinkView, selection: Selection, wanted: Wanted<Row>): AskedLook<Row> {
  if (selection.condition === always && !wanted.isCounted) return lookAtAll(view, selection, wanted);
  // With more of them the page is probably full before the longer look ends.
  const fewest = Math.ceil((2 * wanted.limit * firstLook) / longLook);
  return askByLook(view, selection, { ...wanted, most: firstLook, fewest });
}

/** Asks for them where the first look was not enough. */
export function longLookAt<Row>(view: LinkView, selection: Selection, wanted: Wanted<Row>): AskedLook<Row> {
  return askByLook(view, selection, { ...wanted, isCounted: false, most: longLook, fewest: wanted.limit });
}

/** Asks for them as Postgres likes, which is enough. */
export function lookAtAll<Row>(
  view: LinkView,
  selection: Selection,
  { columns, limit }: Wanted<Row>,
): AskedLook<Row> {
  const { condition, linkIds, creatorId, createdFrom, createdBefore } = selection;
  const { where, order, isReversed } = toRows(view, selection);
  const asked = sql`
    SELECT ${columns.sql} FROM payment_links WHERE ${where} AND ${condition.where} ORDER BY ${order} LIMIT ${limit}`;
  // Nothing but a place narrows most pages, so that there are few such statements.
  const isWhole = condition === always && !linkIds && !creatorId && !createdFrom && !createdBefore;
  return {
    sql: isWhole ? asked : once(asked),
    read: (rows = []) => ({
      links: inOrder(rows, columns, isReversed),
      isEnough: true,
      counts: null,
    }),
  };
}

const lookRow = z.object({
  /** So many rows were looked at; null where the first of them were enough. */
  seen: z.number().nullable(),
  isFar: z.boolean().nullable(),
  counts: z.array(countRow).nullable(),
  /** Null where nothing is found. */
  id: z.string().nullable(),
});

/**
 * Looks at rows in their order, at `most` of them. If there are more, and fewer than `fewest` match, the links are found
 * through the index instead, if it can tell.
 */
function askByLook<Row>(
  view: LinkView,
  selection: Selection,
  { columns, limit, isCounted, most, fewest }: Wanted<Row> & { most: number; fewest: number },
): AskedLook<Row> {
  const { condition } = selection;
  const rows = toRows(view, selection);
  const { where, order, above, below, isReversed } = rows;
  const near = sql`(SELECT ids FROM look)::uuid[]`;
  const far = sql`ARRAY(SELECT find_link_ids(${condition.keys}::tsquery, ${above}::uuid, ${below}::uuid, NULL))`;
  const isFar = condition.keys === null ? sql`FALSE` : sql`seen = ${most} AND cardinality(ids) < ${fewest}`;
  const seen = sql`(SELECT count(*)::int FROM looked)`;
  const asked = sql`
    WITH looked AS MATERIALIZED (
      SELECT id, currency, amount_minor, ${condition.where} AS "isMatch" FROM ${firstRows(rows, most)}
    ), matching AS MATERIALIZED (
      SELECT ARRAY(SELECT id FROM looked WHERE "isMatch" LIMIT ${limit}) AS ids
    ), look AS MATERIALIZED (
      SELECT ids, seen, ${isFar} AS "isFar" FROM (
        SELECT ids, ${isCounted ? seen : sql`CASE WHEN cardinality(ids) < ${limit} THEN ${seen} END`} AS seen FROM matching
      ) AS numbers
    )
    SELECT look.seen, look."isFar", ${isCounted ? sums : sql`NULL`} AS counts, links.*
    FROM look LEFT JOIN (
      SELECT ${columns.sql} FROM payment_links
      WHERE ${where} AND ${condition.where}
        AND id = ANY(${condition.keys === null ? near : sql`CASE WHEN (SELECT "isFar" FROM look) THEN ${far} ELSE ${near} END`})
      ORDER BY ${order} LIMIT ${limit}
    ) AS links ON TRUE`;
  return {
    sql: once(asked),
    read: (answer = []) => {
      const { seen, isFar, counts, id } = lookRow.parse(answer[0]);
      const links = inOrder(id === null ? [] : answer, columns, isReversed);
      return {
        links,
        isEnough: isFar === true || links.length === limit || (seen !== null && seen < most),
        counts: isCounted ? toCounts(counts ?? [], seen ?? 0) : null,
      };
    },
  };
}

/** What matches among the rows that were looked at, by currency. */
const sums = sql`(
  SELECT json_agg(sums) FROM (
    SELECT currency, count(*)::int AS links, sum(amount_minor)::text AS total
    FROM looked WHERE "isMatch" GROUP BY currency
  ) AS sums
)`;

function inOrder<Row>(rows: unknown[], { row }: Columns<Row>, isReversed: boolean): Row[] {
  const links = rows.map((one) => row.parse(one));
  return isReversed ? links.toReversed() : links;
}
