import * as z from "zod";
import type { LinkView } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import { once, type Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

const groupRow = z.object({
  /** `2026-11-22`, of the merchant's clock. */
  day: z.string(),
  currency: z.string().nullable(),
  creatorId: z.string().nullable(),
  links: z.number(),
  /** How many of them somebody marked as paid. */
  markedPaid: z.number(),
  amountMinor: z.string().transform(BigInt),
});

/** The links of one day, currency and person. External links have nobody, and no amount until somebody adds it. */
export type LinkGroup = z.output<typeof groupRow>;

/** The created links of one mode in a time, grouped. */
export function groupedLinks(
  { merchantId, onlyBy }: LinkView,
  { mode, from, before, timeZone }: { mode: Mode; from: Date; before: Date; timeZone: string },
): Statement<LinkGroup> {
  const ofPerson = onlyBy === null ? Prisma.empty : Prisma.sql`AND created_by_id = ${onlyBy}::uuid`;
  const sql = Prisma.sql`
    SELECT to_char(created_at AT TIME ZONE ${timeZone}::text, 'YYYY-MM-DD') AS day,
      currency,
      created_by_id AS "creatorId",
      count(*)::int AS links,
      count(marked_paid_at)::int AS "markedPaid",
      coalesce(sum(amount_minor), 0)::bigint AS "amountMinor"
    FROM payment_links
    WHERE merchant_id = ${merchantId}::uuid ${ofPerson}
      AND created_at >= ${from}::timestamptz AND created_at < ${before}::timestamptz
      AND mode = ${mode}::mode AND state = 'ready'
    GROUP BY 1, 2, 3`;
  return { sql: once(sql), row: groupRow };
}
