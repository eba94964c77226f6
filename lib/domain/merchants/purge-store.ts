import type { PurgeTx, SystemTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/**
 * Tables that can hold very many rows of one merchant, each with its key besides the merchant. They are in an order in
 * which no row is removed before those that refer to it. Links are removed newest first, because a link can refer to
 * the older one that it replaces. All other tables are emptied with the merchant's own row.
 */
const largeTables = [
  { table: "audit_waiting", key: "event_id" },
  { table: "audit_seals", key: "seq" },
  { table: "audit_events", key: "id" },
  { table: "link_sightings", key: "api_key_id, upstream_id" },
  { table: "bulk_rows", key: "batch_id, place" },
  { table: "payment_links", key: "id DESC" },
] as const;

export type LargeTable = (typeof largeTables)[number]["table"];

export const tablesToEmpty: readonly LargeTable[] = largeTables.map(({ table }) => table);

export type OverdueMerchant = { id: string; slug: string; deletedAt: Date };

/** Merchants that were deleted before that moment, oldest first. Runs in `withSystem`. */
export async function listOverdue(tx: SystemTx, deletedBefore: Date): Promise<OverdueMerchant[]> {
  const rows = await tx.merchant.findMany({
    where: { deletedAt: { lte: deletedBefore } },
    orderBy: { deletedAt: "asc" },
    select: { id: true, slug: true, deletedAt: true },
  });
  return rows.flatMap(({ deletedAt, ...row }) => (deletedAt ? [{ ...row, deletedAt }] : []));
}

/**
 * Marks a merchant as being removed, so that it can no longer be reopened. False when it was reopened, or its 30 days
 * are not over.
 */
export async function beginPurge(tx: PurgeTx, deletedBefore: Date): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE merchants SET purge_began_at = coalesce(purge_began_at, now())
    WHERE merchant_id = ${tx.merchantId}::uuid AND deleted_at <= ${deletedBefore}`;
  return count === 1;
}

/** Removes up to `limit` rows of one table, and answers how many. */
export function deleteRows(tx: PurgeTx, table: LargeTable, limit: number): Promise<number> {
  const order = largeTables.find((large) => large.table === table)?.key ?? "";
  const [from, orderBy, key] = [table, order, order.replace(" DESC", "")].map((name) => Prisma.raw(name));
  return tx.$executeRaw`
    DELETE FROM ${from} WHERE merchant_id = ${tx.merchantId}::uuid AND (${key}) IN (
      SELECT ${key} FROM ${from} WHERE merchant_id = ${tx.merchantId}::uuid ORDER BY ${orderBy} LIMIT ${limit}
    )`;
}

/** Removes the merchant and its remaining rows. Its slugs stay reserved. Answers whether it was there. */
export async function deleteMerchantRow(tx: PurgeTx): Promise<boolean> {
  await tx.$executeRaw`
    INSERT INTO reserved_slugs (slug) SELECT slug FROM merchant_slugs WHERE merchant_id = ${tx.merchantId}::uuid
    ON CONFLICT DO NOTHING`;
  const count = await tx.$executeRaw`
    DELETE FROM merchants WHERE merchant_id = ${tx.merchantId}::uuid AND purge_began_at IS NOT NULL`;
  return count === 1;
}
