import * as z from "zod";
import type { LinkView } from "@/lib/core/link-view";
import { modes } from "@/lib/core/mode";
import { linkStates } from "@/lib/domain/payment-links/schema";
import { readFailureCode } from "@/lib/domain/payment-links/store";
import { isCurrency } from "@/lib/money/currencies";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const text = z.string().nullable();
const moment = z.date().nullable();

const row = z
  .object({
    id: z.string(),
    mode: z.enum(modes),
    state: z.enum(linkStates),
    origin: z.enum(["portal", "external"]),
    // Safe as a number: a check on the column allows no others.
    amountMinor: z.string().transform(Number).nullable(),
    currency: text.transform((code) => (code !== null && isCurrency(code) ? code : null)),
    ...{ description: text, reference: text, url: text, upstreamId: text, pointsToCode: text, code: text },
    active: z.boolean().nullable(),
    failureCode: text.transform(readFailureCode),
    apiKeyId: z.string(),
    createdAt: z.date(),
    createdById: text,
    isMatched: z.boolean(),
    ...{ markedPaidAt: moment, cancelledAt: moment, expiresAt: moment },
    ...{ firstOpenedAt: moment, lastOpenedAt: moment, openedCount: z.number() },
    ...{ note: text, customerName: text, customerPhone: text, customerReference: text },
    tags: z.array(z.string()),
    firstSeenAt: moment,
  })
  .transform(
    ({ note, tags, customerName, customerPhone, customerReference, firstSeenAt, createdById, ...link }) => ({
      link: { ...link, address: link.url },
      notes: {
        note: note ?? "",
        tags,
        customerName: customerName ?? "",
        customerPhone: customerPhone ?? "",
        customerReference: customerReference ?? "",
      },
      createdById,
      /** When upstream first showed it. */
      firstSeenAt,
    }),
  );

/** A link that the person may see, and what the team wrote about it. */
export function linkWithNotes({ merchantId, onlyBy }: LinkView, id: string): Statement<z.output<typeof row>> {
  const ownOnly = onlyBy === null ? Prisma.empty : Prisma.sql`AND created_by_id = ${onlyBy}::uuid`;
  const sql = Prisma.sql`
    SELECT id, mode, state, origin, amount_minor AS "amountMinor", currency, description, reference, url,
      upstream_id AS "upstreamId", points_to_code AS "pointsToCode", code, active, failure_code AS "failureCode",
      api_key_id AS "apiKeyId", created_at AS "createdAt", created_by_id AS "createdById",
      matched_from IS NOT NULL AS "isMatched", marked_paid_at AS "markedPaidAt", cancelled_at AS "cancelledAt",
      expires_at AS "expiresAt", first_opened_at AS "firstOpenedAt", last_opened_at AS "lastOpenedAt",
      opened_count AS "openedCount", note, tags, customer_name AS "customerName", customer_phone AS "customerPhone",
      customer_reference AS "customerReference", (
        SELECT first_seen_at FROM link_sightings seen
        WHERE seen.merchant_id = link.merchant_id AND seen.api_key_id = link.api_key_id
          AND seen.upstream_id = link.upstream_id
      ) AS "firstSeenAt"
    FROM payment_links link WHERE merchant_id = ${merchantId}::uuid ${ownOnly} AND id = ${id}::uuid`;
  return { sql, row };
}
