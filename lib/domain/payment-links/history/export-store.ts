import { z } from "zod";
import type { LinkScope } from "@/lib/core/link-view";
import { modes } from "@/lib/core/mode";
import { linkStates } from "@/lib/domain/payment-links/schema";
import { isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

const text = z.string().nullable();
/** Milliseconds since 1970, which are read many times faster than a time as text. */
const time = z.number().transform((milliseconds) => new Date(milliseconds));

/** What a file of links has of each: shorter than what pages need of one. */
const exportedLink = z.object({
  id: z.string(),
  createdAt: time,
  mode: z.enum(modes),
  state: z.enum(linkStates),
  active: z.boolean().nullable(),
  amountMinor: z.number().nullable(),
  currency: text.transform((code) => (code !== null && isCurrency(code) ? code : null)),
  description: text,
  reference: text,
  url: text,
  createdById: text,
  note: text,
  tags: z.array(z.string()),
  customerName: text,
  customerPhone: text,
  customerReference: text,
  markedPaidAt: time.nullable(),
  markedPaidById: text,
  paidReference: text,
  paidNote: text,
  cancelledAt: time.nullable(),
  cancelledById: text,
  cancelReason: text,
  leadsToCode: text,
  pointsToCode: text,
  expiresAt: time.nullable(),
  firstOpenedAt: time.nullable(),
  lastOpenedAt: time.nullable(),
  openedCount: z.number(),
  code: text,
});

export type ExportedLink = z.output<typeof exportedLink>;

/** As many as are read from one text, and written, in a few milliseconds, for which other requests wait. */
export const linksOfText = 100;

/**
 * Links by their ids, in the order of these, as texts of a hundred links each, for `readExported`. Postgres writes them,
 * and such a text is read many times faster than rows whose every value Prisma converts by itself.
 */
export async function listExported(tx: MerchantTx, { onlyBy }: LinkScope, ids: string[]): Promise<string[]> {
  const found = await tx.$queryRaw<{ links: string }[]>`
    SELECT json_agg(json_build_object(
        'id', id, 'createdAt', ${milliseconds("created_at")}, 'mode', mode, 'state', state, 'active', active,
        'amountMinor', amount_minor, 'currency', currency, 'description', description, 'reference', reference,
        'url', url, 'createdById', created_by_id, 'note', note, 'tags', tags, 'customerName', customer_name,
        'customerPhone', customer_phone, 'customerReference', customer_reference,
        'markedPaidAt', ${milliseconds("marked_paid_at")}, 'markedPaidById', marked_paid_by_id,
        'paidReference', paid_reference, 'paidNote', paid_note,
        'cancelledAt', ${milliseconds("cancelled_at")}, 'cancelledById', cancelled_by_id,
        'cancelReason', cancel_reason, 'leadsToCode', leads_to_code, 'pointsToCode', points_to_code,
        'expiresAt', ${milliseconds("expires_at")},
        'firstOpenedAt', ${milliseconds("first_opened_at")}, 'lastOpenedAt', ${milliseconds("last_opened_at")},
        'openedCount', opened_count, 'code', code
      ) ORDER BY place)::text AS links
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted(id, place)
    JOIN payment_links USING (id)
    WHERE merchant_id = ${tx.merchantId}::uuid
      ${onlyBy === null ? Prisma.empty : Prisma.sql`AND created_by_id = ${onlyBy}::uuid`}
    GROUP BY (place - 1) / ${linksOfText}::int
    ORDER BY min(place)`;
  return found.map(({ links }) => links);
}

export function readExported(links: string): ExportedLink[] {
  return z.array(exportedLink).parse(JSON.parse(links));
}

function milliseconds(column: `${string}_at`): Prisma.Sql {
  return Prisma.raw(`(extract(epoch FROM ${column}) * 1000)::bigint`);
}
