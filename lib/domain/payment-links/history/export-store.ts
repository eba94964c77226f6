import { z } from "zod";
import type { LinkScope } from "@/lib/core/link-view";
import { modes } from "@/lib/core/mode";
import { linkStates } from "@/lib/domain/payment-links/schema";
import { isCurrency } from "@/lib/money/currencies";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

const text = z.string().nullable();
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

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
  cancelledAt: time.nullable(),
  expiresAt: time.nullable(),
  code: text,
});

export type ExportedLink = z.output<typeof exportedLink>;

/**
 * Links by their ids, in the order of these. Postgres writes them as one text, which is read many times faster than rows
 * whose every value Prisma converts by itself.
 */
export async function listExported(
  tx: MerchantTx,
  { onlyBy }: LinkScope,
  ids: string[],
): Promise<ExportedLink[]> {
  const [found] = await tx.$queryRaw<{ links: string | null }[]>`
    SELECT json_agg(json_build_object(
        'id', id, 'createdAt', created_at, 'mode', mode, 'state', state, 'active', active,
        'amountMinor', amount_minor, 'currency', currency, 'description', description, 'reference', reference,
        'url', url, 'createdById', created_by_id, 'note', note, 'tags', tags, 'customerName', customer_name,
        'customerPhone', customer_phone, 'customerReference', customer_reference,
        'markedPaidAt', marked_paid_at,
        'cancelledAt', cancelled_at, 'expiresAt', expires_at, 'code', code
      ) ORDER BY place)::text AS links
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted(id, place)
    JOIN payment_links USING (id)
    WHERE merchant_id = ${tx.merchantId}::uuid
      ${onlyBy === null ? Prisma.empty : Prisma.sql`AND created_by_id = ${onlyBy}::uuid`}`;
  return z.array(exportedLink).parse(JSON.parse(found?.links ?? "[]"));
}
