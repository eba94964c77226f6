import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { Outcome } from "@/lib/domain/payment-links/create/outcome-store";
import type { SentLink } from "@/lib/domain/payment-links/create/schema";
import type { Sql, Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

export type ReadyOutcome = Extract<Outcome, { state: "ready" }>;

/** Whether it did, for more parts of the statement. */
export const becameReady: Sql = Prisma.sql`EXISTS (SELECT FROM ready)`;

const row = z.object({ id: z.string() });

/**
 * Makes a link that is still being sent and that replaces none ready, and tells the sync which upstream link it is.
 * @param unless the link stays as it is, and nothing is answered, if this holds.
 * @param rest more parts of the statement's WITH, after one with the name `ready`.
 */
export function becomingReady(
  merchantId: MerchantId,
  { id, apiKeyId }: SentLink,
  { upstreamId, url, active }: ReadyOutcome,
  { unless, rest }: { unless: Sql; rest: Sql },
): Statement<z.output<typeof row>> {
  const sql = Prisma.sql`
    WITH ready AS (
      UPDATE payment_links SET state = 'ready', upstream_id = ${upstreamId}, url = ${url}, active = ${active}::boolean,
        lease_until = NULL, settled_at = ${new Date()}::timestamptz
      WHERE merchant_id = ${merchantId}::uuid AND id = ${id}::uuid AND state = 'sending' AND corrects_id IS NULL
        AND NOT ${unless}
      RETURNING id
    ), known AS (
      INSERT INTO link_sightings AS known (merchant_id, api_key_id, upstream_id, url, active)
      SELECT ${merchantId}::uuid, ${apiKeyId}::uuid, ${upstreamId}, ${url}, ${active}::boolean FROM ready
      ON CONFLICT (merchant_id, api_key_id, upstream_id) DO UPDATE SET url = excluded.url WHERE known.url IS NULL
    ), ${rest}
    SELECT id FROM ready`;
  return { sql, row };
}
