import {
  type BatchCounts,
  type BatchRow,
  type CheckedRow,
  cellsSchema,
  problemsSchema,
  type RowProblem,
} from "@/lib/domain/payment-links/bulk/schema";
import { linkColumns, toPaymentLink } from "@/lib/domain/payment-links/store";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";
import type { TableRow } from "@/lib/spreadsheets/table";
import type { Prisma } from "@/prisma/generated/client";

/** Writes all rows of a draft anew. */
export async function replaceRows(
  tx: MerchantTx,
  batchId: string,
  rows: readonly CheckedRow[],
): Promise<void> {
  await tx.bulkRow.deleteMany({ where: { merchantId: tx.merchantId, batchId, linkId: null } });
  const records = rows.map(({ place, cells, amountMinor, currency, description, problems, sameAs }) => ({
    ...{ place, cells, currency, description, problems },
    ...{ amount_minor: amountMinor, same_as: sameAs },
  }));
  await tx.$executeRaw`
    INSERT INTO bulk_rows
      (merchant_id, batch_id, place, cells, amount_minor, currency, description, problems, same_as)
    SELECT ${tx.merchantId}::uuid, ${batchId}::uuid, place, cells, amount_minor, currency, description,
      NULLIF(problems, 'null'::jsonb), same_as
    FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS row (
      place int, cells jsonb, amount_minor bigint, currency char(3), description text, problems jsonb, same_as int)`;
}

/** The rows of a draft as they are in the file. */
export async function listCells(tx: MerchantTx, batchId: string): Promise<TableRow[]> {
  const rows = await tx.bulkRow.findMany({
    where: { merchantId: tx.merchantId, batchId },
    orderBy: { place: "asc" },
    select: { place: true, cells: true },
  });
  return rows.map(({ place, cells }) => ({ place, cells: cellsSchema.parse(cells) }));
}

const isTotal = [{ code: "row_is_total" }] satisfies Pick<RowProblem, "code">[];

export async function countRows(tx: MerchantTx, batchId: string): Promise<BatchCounts> {
  const [counts] = await tx.$queryRaw<Record<keyof BatchCounts, number>[]>`
    SELECT count(*)::int AS rows,
      count(*) FILTER (WHERE r.problems IS NOT NULL)::int AS invalid,
      count(*) FILTER (WHERE r.problems @> ${JSON.stringify(isTotal)}::jsonb)::int AS totals,
      count(*) FILTER (WHERE r.problems IS NULL AND r.link_id IS NULL)::int AS pending,
      count(*) FILTER (WHERE l.state = 'ready')::int AS ready,
      count(*) FILTER (WHERE l.state IN ('rejected', 'abandoned'))::int AS rejected,
      count(*) FILTER (WHERE l.state IN ('sending', 'unknown'))::int AS unconfirmed,
      count(*) FILTER (WHERE r.same_as IS NOT NULL)::int AS repeated
    FROM bulk_rows r
    LEFT JOIN payment_links l ON l.merchant_id = r.merchant_id AND l.id = r.link_id
    WHERE r.merchant_id = ${tx.merchantId}::uuid AND r.batch_id = ${batchId}::uuid`;
  const none = { rows: 0, invalid: 0, totals: 0, pending: 0, ready: 0, rejected: 0, unconfirmed: 0 };
  return counts ?? { ...none, repeated: 0 };
}

/** What the rows that are still to be created add up to, by currency, where a number can say it exactly. */
export async function sumRows(
  tx: MerchantTx,
  batchId: string,
): Promise<{ currency: CurrencyCode; amountMinor: number }[]> {
  const rows = await tx.$queryRaw<{ currency: string; total: string }[]>`
    SELECT currency, sum(amount_minor)::text AS total FROM bulk_rows
    WHERE merchant_id = ${tx.merchantId}::uuid AND batch_id = ${batchId}::uuid
      AND problems IS NULL AND link_id IS NULL
    GROUP BY currency ORDER BY currency`;
  return rows.flatMap(({ currency, total }) => {
    const amountMinor = Number(total);
    return isCurrency(currency) && Number.isSafeInteger(amountMinor) ? [{ currency, amountMinor }] : [];
  });
}

/** Which rows of a batch are asked for. */
const rowFilters = ["all", "good", "wrong", "totals", "refused", "withoutLink", "repeated"] as const;
export type RowFilter = (typeof rowFilters)[number];

const refused: Prisma.BulkRowWhereInput[] = [
  { amountMinor: null },
  { link: { state: { in: ["rejected", "abandoned"] } } },
];
const filters: Readonly<Record<RowFilter, Prisma.BulkRowWhereInput>> = {
  all: {},
  good: { amountMinor: { not: null } },
  wrong: { amountMinor: null, NOT: { problems: { array_contains: isTotal } } },
  totals: { problems: { array_contains: isTotal } },
  /** Rows in which something is wrong, or whose link upstream refused. */
  refused: { OR: refused },
  /** The same, and those that were not sent: of a table that was stopped, no link will be created from them. */
  withoutLink: { OR: [...refused, { linkId: null }] },
  repeated: { sameAs: { not: null } },
};

/** In the order of the file. */
export async function listRows(
  tx: MerchantTx,
  batchId: string,
  { filter = "all", after = 0, limit }: { filter?: RowFilter; after?: number; limit: number },
): Promise<BatchRow[]> {
  const rows = await tx.bulkRow.findMany({
    where: { merchantId: tx.merchantId, batchId, place: { gt: after }, ...filters[filter] },
    orderBy: { place: "asc" },
    take: limit,
    select: {
      ...{ place: true, cells: true, problems: true, sameAs: true },
      ...{ amountMinor: true, currency: true, description: true, link: { select: linkColumns } },
    },
  });
  return rows.map(({ link: row, ...found }) => {
    const link = row && toPaymentLink(row);
    return {
      ...found,
      cells: cellsSchema.parse(found.cells),
      problems: problemsSchema.nullable().parse(found.problems),
      amountMinor: found.amountMinor === null ? null : Number(found.amountMinor),
      link: link && {
        ...{ id: link.id, state: link.state, url: link.url },
        ...{ reference: link.reference, failureCode: link.failureCode },
      },
    };
  });
}

/**
 * Links whose outcome no worker has written to their row, because it died before, are of their rows. A request was sent for
 * these, so that they must not count as rows of which nothing was created.
 */
export async function attachSent(tx: MerchantTx, batchId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE bulk_rows AS r SET link_id = l.id FROM payment_links AS l
    WHERE r.merchant_id = ${tx.merchantId}::uuid AND r.batch_id = ${batchId}::uuid AND r.link_id IS NULL
      AND l.merchant_id = r.merchant_id AND l.intent_id = r.intent_id`;
}

/** Rows whose link upstream refused become rows to create, each with an intent of its own. Answers how many. */
export function renewRefused(tx: MerchantTx, batchId: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE bulk_rows AS r SET link_id = NULL, intent_id = gen_random_uuid()
    FROM payment_links AS l
    WHERE r.merchant_id = ${tx.merchantId}::uuid AND r.batch_id = ${batchId}::uuid
      AND l.merchant_id = r.merchant_id AND l.id = r.link_id AND l.state IN ('rejected', 'abandoned')`;
}
