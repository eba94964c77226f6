import type { Mode } from "@/lib/core/mode";
import type { Actor } from "@/lib/domain/audit/schema";
import { cellsSchema, type Layout, layoutSchema } from "@/lib/domain/payment-links/bulk/schema";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";
import type { Cell } from "@/lib/spreadsheets/table";

/** After this time without a sign of a worker, another one goes on. Two at once would do no harm. */
const leaseSeconds = 5;

/** What a worker needs to know of a batch that it may go on with. */
export type RunningBatch = { mode: Mode; actor: Actor; failures: number; layout: Layout };

export type PendingRow = { place: number; intentId: string; link: NewLink; cells: Cell[] };

/** Begins a lease. Null when the batch does not run, must wait, or has a worker. */
export async function beginLease(tx: MerchantTx, id: string): Promise<RunningBatch | null> {
  const [row] = await tx.$queryRaw<
    {
      mode: Mode;
      userId: string;
      ip: string | null;
      till: string | null;
      failures: number;
      layout: unknown;
    }[]
  >`
    UPDATE bulk_batches SET lease_until = now() + make_interval(secs => ${leaseSeconds}), resume_at = NULL
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid AND state = 'running'
      AND (lease_until IS NULL OR lease_until <= now()) AND (resume_at IS NULL OR resume_at <= now())
    RETURNING mode, started_by_id AS "userId", started_ip AS ip, started_till AS till, failures, layout`;
  if (!row) return null;
  const { mode, userId, ip, till, failures } = row;
  const layout = layoutSchema.parse(row.layout);
  return { mode, actor: { userId, ip, ...(till !== null && { till }) }, failures, layout };
}

/** Extends the lease. False when the batch no longer runs. */
export async function prolongLease(tx: MerchantTx, id: string, failures: number): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE bulk_batches SET lease_until = now() + make_interval(secs => ${leaseSeconds}), failures = ${failures}
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid AND state = 'running'`;
  return count === 1;
}

/** Ends the lease, so that the next job goes on at once, or after a while. */
export async function endLease(tx: MerchantTx, id: string, waitMs: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE bulk_batches
    SET lease_until = NULL, resume_at = CASE WHEN ${waitMs} > 0 THEN now() + ${waitMs} * interval '1 millisecond' END
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid AND state = 'running'`;
}

/** In how many milliseconds a running batch can go on: when its worker's lease ends, or the wait; 0 for now. */
export async function findDelay(tx: MerchantTx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ delayMs: number }[]>`
    SELECT (extract(epoch FROM GREATEST(lease_until, resume_at, now()) - now()) * 1000)::int AS "delayMs"
    FROM bulk_batches WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid`;
  return row?.delayMs ?? 0;
}

/** The next rows to send, in the order of the file. */
export async function listPending(tx: MerchantTx, batchId: string, limit: number): Promise<PendingRow[]> {
  const rows = await tx.$queryRaw<
    {
      place: number;
      intentId: string;
      amountMinor: bigint;
      currency: string;
      description: string;
      cells: unknown;
    }[]
  >`
    SELECT place, intent_id AS "intentId", amount_minor AS "amountMinor", currency, description, cells
    FROM bulk_rows
    WHERE merchant_id = ${tx.merchantId}::uuid AND batch_id = ${batchId}::uuid
      AND problems IS NULL AND link_id IS NULL
    ORDER BY place LIMIT ${limit}`;
  return rows.map(({ place, intentId, amountMinor, currency, description, cells }) => ({
    ...{ place, intentId, cells: cellsSchema.parse(cells) },
    link: { amountMinor: Number(amountMinor), currency: toCurrency(currency), description },
  }));
}

function toCurrency(code: string): CurrencyCode {
  if (isCurrency(code)) return code;
  throw new Error("a checked row has a currency that is not offered");
}

/** The row's request has an outcome. */
export async function setLink(tx: MerchantTx, batchId: string, place: number, linkId: string): Promise<void> {
  // A person may have replaced the link meanwhile; the row then has the newer one.
  await tx.bulkRow.updateMany({
    where: { merchantId: tx.merchantId, batchId, place, linkId: null },
    data: { linkId },
  });
}

/** Nothing was sent for the row, or certainly nothing was created: it is tried again as a new request. */
export async function renewIntent(tx: MerchantTx, batchId: string, place: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE bulk_rows SET intent_id = gen_random_uuid()
    WHERE merchant_id = ${tx.merchantId}::uuid AND batch_id = ${batchId}::uuid AND place = ${place}
      AND link_id IS NULL`;
}
