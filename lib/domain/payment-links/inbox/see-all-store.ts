import type { LinkScope } from "@/lib/core/link-view";
import type { SeenKind } from "@/lib/domain/payment-links/inbox/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

const { sql } = Prisma;

/**
 * The links of one kind that the inbox shows, as inbox-store lists them: external ones but for those that may be an
 * unconfirmed link.
 */
function shown({ merchantId }: MerchantTx, kind: SeenKind, upTo: Date): Prisma.Sql {
  return kind === "inactive"
    ? sql`NOT active AND inactive_at IS NOT NULL AND inactive_at <= ${upTo}`
    : sql`amount_minor IS NULL AND origin = 'external' AND created_at <= ${upTo} AND NOT EXISTS (
        SELECT FROM payment_links AS unconfirmed
        WHERE unconfirmed.merchant_id = ${merchantId}::uuid AND unconfirmed.in_doubt
          AND unconfirmed.api_key_id = payment_links.api_key_id AND unconfirmed.created_at <= payment_links.created_at)`;
}

/** Dismisses at most so many of them, and answers how many. */
export function dismissShown(
  tx: MerchantTx,
  { onlyBy }: LinkScope,
  { kind, upTo, at, limit }: { kind: SeenKind; upTo: Date; at: Date; limit: number },
): Promise<number> {
  return tx.$executeRaw`
    UPDATE payment_links SET dismissed_at = ${at}
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ANY(ARRAY(
      SELECT id FROM payment_links
      WHERE merchant_id = ${tx.merchantId}::uuid AND dismissed_at IS NULL
        AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid)
        AND ${shown(tx, kind, upTo)}
      ORDER BY id LIMIT ${limit} FOR NO KEY UPDATE))`;
}

/** The ids of links that were dismissed at that moment, and have not changed since. */
export async function listDismissedAt(
  tx: MerchantTx,
  { onlyBy }: LinkScope,
  { kind, at }: { kind: SeenKind; at: Date },
): Promise<string[]> {
  const same = kind === "inactive" ? sql`NOT active` : sql`amount_minor IS NULL AND origin = 'external'`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM payment_links
    WHERE merchant_id = ${tx.merchantId}::uuid AND dismissed_at = ${at} AND ${same}
      AND (${onlyBy}::uuid IS NULL OR created_by_id = ${onlyBy}::uuid)
    ORDER BY id`;
  return rows.map(({ id }) => id);
}

/** Shows them in the inbox again, and answers how many. */
export function undismiss(tx: MerchantTx, ids: string[], at: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE payment_links SET dismissed_at = NULL
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ANY(${ids}::uuid[]) AND dismissed_at = ${at}`;
}
