import type { LinkScope } from "@/lib/core/link-view";
import type { PaidMark } from "@/lib/domain/payment-links/paid/schema";
import { inView } from "@/lib/domain/payment-links/store";
import type { MerchantTx } from "@/lib/platform/db";

/** No mark, and nothing written about it. */
export const noMark = {
  markedPaidAt: null,
  markedPaidById: null,
  paidNote: null,
  paidReference: null,
} as const;

const markColumns = {
  markedPaidAt: true,
  markedPaidById: true,
  paidNote: true,
  paidReference: true,
} as const;

/** The columns of a mark, to move it from one row to another. */
type StoredMark = {
  markedPaidAt: Date | null;
  markedPaidById: string | null;
  paidNote: string | null;
  paidReference: string | null;
};

/** The marks of links that the person may see, by their ids. */
export async function listPaidMarks(
  tx: MerchantTx,
  view: LinkScope,
  ids: string[],
): Promise<Map<string, PaidMark>> {
  const rows = await tx.paymentLink.findMany({
    where: { ...inView(tx, view), id: { in: ids }, markedPaidAt: { not: null } },
    select: { id: true, ...markColumns, markedPaidBy: { select: { user: { select: { name: true } } } } },
  });
  return new Map(
    rows.flatMap(({ id, markedPaidAt, markedPaidBy, paidNote, paidReference }) =>
      markedPaidAt && markedPaidBy
        ? [
            [
              id,
              {
                at: markedPaidAt,
                by: markedPaidBy.user.name,
                note: paidNote ?? "",
                reference: paidReference ?? "",
              },
            ],
          ]
        : [],
    ),
  );
}

/**
 * Locks those of the links that can be marked, until the transaction ends: in one order, so that two people who mark
 * the same links do not wait for each other.
 */
export async function lockUnmarked(tx: MerchantTx, { onlyBy }: LinkScope, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ANY(${ids}::uuid[])
      AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid)
      AND state = 'ready' AND marked_paid_at IS NULL
    ORDER BY id FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}

export async function writePaidMark(
  tx: MerchantTx,
  ids: string[],
  { at, byId }: { at: Date; byId: string },
): Promise<void> {
  await tx.paymentLink.updateMany({
    where: { merchantId: tx.merchantId, id: { in: ids }, state: "ready", markedPaidAt: null },
    data: { markedPaidAt: at, markedPaidById: byId },
  });
}

/** Removes the marks that were made at that moment, and answers from which links. Newer ones stay. */
export async function removePaidMarks(
  tx: MerchantTx,
  view: LinkScope,
  { ids, at }: { ids: string[]; at: Date },
): Promise<string[]> {
  const rows = await tx.paymentLink.updateManyAndReturn({
    where: { ...inView(tx, view), id: { in: ids }, markedPaidAt: at },
    data: noMark,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function writePaidFacts(
  tx: MerchantTx,
  view: LinkScope,
  { id, at, note, reference }: { id: string; at: Date; note: string; reference: string },
): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { ...inView(tx, view), id, markedPaidAt: at },
    data: { paidNote: note || null, paidReference: reference || null },
  });
  return count === 1;
}

/** The mark of one link as it is stored, for another row of the same link. */
export async function readStoredMark(tx: MerchantTx, id: string): Promise<StoredMark> {
  const where = { merchantId: tx.merchantId, id };
  return (await tx.paymentLink.findFirst({ where, select: markColumns })) ?? noMark;
}

export async function writeStoredMark(tx: MerchantTx, id: string, mark: StoredMark): Promise<void> {
  if (mark.markedPaidAt === null) return;
  const where = { merchantId: tx.merchantId, id, state: "ready" } as const;
  await tx.paymentLink.updateMany({ where, data: mark });
}

/** The links among which a pasted text has ids of upstream's, newest first. */
export async function listByUpstreamIds(
  tx: MerchantTx,
  { onlyBy }: LinkScope,
  { words, limit }: { words: string[]; limit: number },
): Promise<{ id: string; isMarked: boolean }[]> {
  // For each mode, because the index has the mode before the id.
  return tx.$queryRaw`
    SELECT id, marked_paid_at IS NOT NULL AS "isMarked" FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid AND mode = ANY(enum_range(NULL::mode)) AND upstream_id = ANY(${words}::text[])
      AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid) AND state = 'ready'
    ORDER BY id DESC LIMIT ${limit}`;
}
