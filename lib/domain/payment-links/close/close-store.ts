import type { LinkScope } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import type { ClosePeriod } from "@/lib/domain/payment-links/close/schema";
import type { Condition } from "@/lib/domain/payment-links/history/conditions-store";
import type { LinkState } from "@/lib/domain/payment-links/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** Which links are closed: those of one mode that were made in a time, by everybody or by one person. */
export type CloseQuery = Pick<ClosePeriod, "start" | "end"> & { mode: Mode; person: string | undefined };

/** Links that are shown alike, of one currency and person. The sum is a text, because it may be larger than a bigint. */
export type CloseGroup = {
  currency: string | null;
  creatorId: string | null;
  state: LinkState;
  active: boolean | null;
  /** Of one of them; null when none of them has it. */
  markedPaidAt: Date | null;
  cancelledAt: Date | null;
  expiresAt: Date | null;
  firstOpenedAt: Date | null;
  links: number;
  total: string;
};

/** The links that were made in a time, as they are now. Those that failed are no links, and are not among them. */
export function groupClosed(
  tx: MerchantTx,
  { onlyBy }: LinkScope,
  { mode, start, end, person }: CloseQuery,
): Promise<CloseGroup[]> {
  return tx.$queryRaw<CloseGroup[]>`
    SELECT currency, created_by_id AS "creatorId", state, active,
      max(marked_paid_at) AS "markedPaidAt", max(cancelled_at) AS "cancelledAt",
      max(expires_at) FILTER (WHERE expires_at <= now()) AS "expiresAt",
      max(first_opened_at) AS "firstOpenedAt", count(*)::int AS links, coalesce(sum(amount_minor), 0)::text AS total
    FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid
      AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid)
      AND (${person ?? null}::uuid IS NULL OR created_by_id = ${person ?? null}::uuid)
      AND created_at >= ${start} AND created_at < ${end}
      AND mode = ${mode}::mode AND state IN ('ready', 'sending', 'unknown')
    GROUP BY currency, created_by_id, state, active, marked_paid_at IS NULL, cancelled_at IS NULL,
      (expires_at <= now()) IS TRUE, first_opened_at IS NULL`;
}

/** What was marked as paid in a time by everybody or by one person, and made before it. */
export function groupMarkedLater(
  tx: MerchantTx,
  { onlyBy }: LinkScope,
  { mode, start, end, person }: CloseQuery,
): Promise<{ currency: string | null; links: number; total: string }[]> {
  return tx.$queryRaw`
    SELECT currency, count(*)::int AS links, coalesce(sum(amount_minor), 0)::text AS total
    FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid
      AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid)
      AND (${person ?? null}::uuid IS NULL OR marked_paid_by_id = ${person ?? null}::uuid)
      AND marked_paid_at >= ${start} AND marked_paid_at < ${end} AND created_at < ${start}
      AND mode = ${mode}::mode
    GROUP BY currency`;
}

export function madeIn({ start, end }: Pick<ClosePeriod, "start" | "end">): Condition {
  return {
    where: Prisma.sql`created_at >= ${start}::timestamptz AND created_at < ${end}::timestamptz`,
    keys: null,
  };
}
