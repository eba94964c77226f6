import * as z from "zod";
import { customerLanguages } from "@/lib/core/customer-language";
import { type LinkState, linkStates } from "@/lib/domain/payment-links/schema";
import type { MerchantTx } from "@/lib/platform/db";
import { roleName } from "@/lib/platform/role-name";
import type { Sql, Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const row = z.object({
  state: z.enum(linkStates) satisfies z.ZodType<LinkState>,
  url: z.string().nullable(),
  merchantName: z.string(),
  customerLanguages: z.array(z.enum(customerLanguages)),
  isClosed: z.boolean(),
  isCancelled: z.boolean(),
  isExpired: z.boolean(),
  isMarked: z.boolean(),
  merchantId: z.string(),
  pointsToCode: z.string().nullable(),
  leadsToCode: z.string().nullable(),
});

export type FoundLink = z.output<typeof row>;

/** Gives the statements after it the rights to find the link with this code, and none other. */
export function asResolver(code: string): Sql {
  return Prisma.sql`SELECT set_config('role', ${roleName("resolver")}, true), set_config('app.link_code', ${code}, true)`;
}

/**
 * What may be known of the link with this code to whoever has it. The row is found before the join: the policy of merchants
 * would otherwise let Postgres, while it has no statistics, read an index of all links of the merchant as well.
 */
export function linkOfCode(code: string): Statement<z.output<typeof row>> {
  const sql = Prisma.sql`
    SELECT link.state, link.url, merchant.name AS "merchantName",
      merchant.customer_languages::text[] AS "customerLanguages", merchant.disabled_at IS NOT NULL AS "isClosed",
      link.cancelled_at IS NOT NULL AS "isCancelled",
      link.expires_at IS NOT NULL AND link.expires_at <= now() AS "isExpired",
      merchant.tells_marked AND link.marked_paid_at IS NOT NULL AS "isMarked",
      link.merchant_id AS "merchantId", link.points_to_code AS "pointsToCode", link.leads_to_code AS "leadsToCode"
    FROM (
      SELECT merchant_id, state, url, cancelled_at, expires_at, marked_paid_at, points_to_code, leads_to_code
      FROM payment_links WHERE code = ${code} LIMIT 1
    ) AS link JOIN merchants merchant USING (merchant_id)`;
  return { sql, row };
}

/** Gives codes to those of the links that have none, and answers the codes of these. */
export function writeMissingCodes(tx: MerchantTx, ids: string[]): Promise<{ id: string; code: string }[]> {
  return tx.$queryRaw`
    UPDATE payment_links SET code = new_link_code()
    WHERE merchant_id = ${tx.merchantId}::uuid AND id = ANY(${ids}::uuid[]) AND code IS NULL
    RETURNING id, code`;
}
