import type { LinkScope } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import type { MerchantTx } from "@/lib/platform/db";

/** The links of one day, currency and person. External links have nobody, and no amount until somebody adds it. */
export type LinkGroup = {
  /** `2026-11-22`, of the merchant's clock. */
  day: string;
  currency: string | null;
  creatorId: string | null;
  links: number;
  amountMinor: bigint;
};

/** The created links of one mode in a time, grouped. */
export function groupLinks(
  tx: MerchantTx,
  { onlyBy }: LinkScope,
  { mode, from, before, timeZone }: { mode: Mode; from: Date; before: Date; timeZone: string },
): Promise<LinkGroup[]> {
  return tx.$queryRaw<LinkGroup[]>`
    SELECT to_char(created_at AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day,
      currency,
      created_by_id AS "creatorId",
      count(*)::int AS links,
      coalesce(sum(amount_minor), 0)::bigint AS "amountMinor"
    FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid
      AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid)
      AND created_at >= ${from} AND created_at < ${before}
      AND mode = ${mode}::mode AND state = 'ready'
    GROUP BY 1, 2, 3`;
}
