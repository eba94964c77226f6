import type { LinkScope } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import { type Cancellation, storedReasons, undoMs } from "@/lib/domain/payment-links/cancel/schema";
import { inView, lockLink } from "@/lib/domain/payment-links/store";
import type { MerchantTx } from "@/lib/platform/db";

/** The columns of a link that is not cancelled. */
export const notCancelled = {
  cancelledAt: null,
  cancelledById: null,
  cancelReason: null,
  leadsToCode: null,
} as const;

/** Cancels a link that was created and is not cancelled yet. False when nothing was changed. */
export async function writeCancellation(
  tx: MerchantTx,
  view: LinkScope,
  { id, byId, reason }: { id: string; byId: string; reason: Cancellation["reason"] },
): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { ...inView(tx, view), id, state: "ready", cancelledAt: null },
    data: { cancelledAt: new Date(), cancelledById: byId, cancelReason: reason },
  });
  return count === 1;
}

/** Undoes a cancellation of the last minute. False when there is none. */
export async function removeCancellation(tx: MerchantTx, view: LinkScope, id: string): Promise<boolean> {
  const { count } = await tx.paymentLink.updateMany({
    where: { ...inView(tx, view), id, cancelledAt: { gt: new Date(Date.now() - undoMs) } },
    data: notCancelled,
  });
  return count === 1;
}

export async function findCancellation(tx: MerchantTx, id: string): Promise<Cancellation | null> {
  const row = await tx.paymentLink.findFirst({
    where: { merchantId: tx.merchantId, id },
    select: {
      ...{ cancelledAt: true, cancelReason: true, leadsToCode: true },
      cancelledBy: { select: { user: { select: { name: true } } } },
    },
  });
  const reason = storedReasons.find((known) => known === row?.cancelReason);
  if (!row?.cancelledAt || !row.cancelledBy || !reason) return null;
  const where = { merchantId: tx.merchantId, code: row.leadsToCode };
  const leadsTo = row.leadsToCode ? await tx.paymentLink.findFirst({ where, select: { id: true } }) : null;
  return {
    ...{ at: row.cancelledAt, by: row.cancelledBy.user.name, reason },
    leadsToId: leadsTo?.id ?? null,
    isUndoable: row.cancelledAt.getTime() > Date.now() - undoMs,
  };
}

/**
 * Whether a link may be replaced, locked until the transaction ends: it was created in this mode, and nobody has replaced it or is
 * doing so. An attempt that was refused does not count, nor does a replacement that was undone.
 */
export async function mayCorrect(tx: MerchantTx, { id, mode }: { id: string; mode: Mode }): Promise<boolean> {
  await lockLink(tx, id);
  const [row] = await tx.$queryRaw<{ isFree: boolean }[]>`
    SELECT state = 'ready' AND mode = ${mode}::mode AND leads_to_code IS NULL AND NOT EXISTS (
      SELECT FROM payment_links
      WHERE merchant_id = ${tx.merchantId}::uuid AND corrects_id = ${id}::uuid AND state IN ('sending', 'unknown')
    ) AS "isFree"
    FROM payment_links WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid`;
  return row?.isFree ?? false;
}

/** Cancels the link that this one is made to replace, and makes it lead here. Answers its id; null without one. */
export async function writeCorrection(
  tx: MerchantTx,
  { id, byId }: { id: string; byId: string },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    UPDATE payment_links wrong
    SET cancelled_at = COALESCE(wrong.cancelled_at, now()), cancelled_by_id = COALESCE(wrong.cancelled_by_id, ${byId}::uuid),
      cancel_reason = COALESCE(wrong.cancel_reason, 'replaced'), leads_to_code = own.code
    FROM payment_links own
    WHERE own.merchant_id = ${tx.merchantId}::uuid AND own.id = ${id}::uuid AND own.code IS NOT NULL
      AND wrong.merchant_id = ${tx.merchantId}::uuid AND wrong.id = own.corrects_id
      AND wrong.state = 'ready' AND wrong.leads_to_code IS NULL
    RETURNING wrong.id`;
  return row?.id ?? null;
}
