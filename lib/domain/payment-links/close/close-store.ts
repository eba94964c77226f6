import * as z from "zod";
import type { LinkView } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import type { ClosePeriod } from "@/lib/domain/payment-links/close/schema";
import type { Condition } from "@/lib/domain/payment-links/history/conditions-store";
import { linkStates } from "@/lib/domain/payment-links/schema";
import { once, type Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

/** Which links are closed: those of one mode that were made in a time, by everybody or by one person. */
export type CloseQuery = Pick<ClosePeriod, "start" | "end"> & { mode: Mode; person: string | undefined };

const groupRow = z.object({
  currency: z.string().nullable(),
  creatorId: z.string().nullable(),
  state: z.enum(linkStates),
  active: z.boolean().nullable(),
  /** Of one of them; null when none of them has it. */
  markedPaidAt: z.date().nullable(),
  cancelledAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
  firstOpenedAt: z.date().nullable(),
  links: z.number(),
  /** A text, because it may be larger than a bigint. */
  total: z.string(),
});

/** Links that are shown alike, of one currency and person. */
export type CloseGroup = z.output<typeof groupRow>;

/** The links that were made in a time, as they are now. Those that failed are no links, and are not among them. */
export function groupedAsMade(view: LinkView, query: CloseQuery): Statement<CloseGroup> {
  const { start, end, person } = query;
  const sql = Prisma.sql`
    SELECT currency, created_by_id AS "creatorId", state, active,
      max(marked_paid_at) AS "markedPaidAt", max(cancelled_at) AS "cancelledAt",
      max(expires_at) FILTER (WHERE expires_at <= now()) AS "expiresAt",
      max(first_opened_at) AS "firstOpenedAt", count(*)::int AS links, coalesce(sum(amount_minor), 0)::text AS total
    FROM payment_links
    WHERE ${inMode(view, query)} ${by(Prisma.sql`created_by_id`, person)}
      AND created_at >= ${start}::timestamptz AND created_at < ${end}::timestamptz
      AND state IN ('ready', 'sending', 'unknown')
    GROUP BY currency, created_by_id, state, active, marked_paid_at IS NULL, cancelled_at IS NULL,
      (expires_at <= now()) IS TRUE, first_opened_at IS NULL`;
  return { sql: once(sql), row: groupRow };
}

const laterRow = groupRow.pick({ currency: true, links: true, total: true });

/** What was marked as paid in a time by everybody or by one person, and made before it. */
export function groupedAsMarkedLater(
  view: LinkView,
  query: CloseQuery,
): Statement<z.output<typeof laterRow>> {
  const { start, end, person } = query;
  const sql = Prisma.sql`
    SELECT currency, count(*)::int AS links, coalesce(sum(amount_minor), 0)::text AS total
    FROM payment_links
    WHERE ${inMode(view, query)} ${by(Prisma.sql`marked_paid_by_id`, person)}
      AND marked_paid_at >= ${start}::timestamptz AND marked_paid_at < ${end}::timestamptz
      AND created_at < ${start}::timestamptz
    GROUP BY currency`;
  return { sql: once(sql), row: laterRow };
}

function inMode({ merchantId, onlyBy }: LinkView, { mode }: CloseQuery): Prisma.Sql {
  const ofMerchant = Prisma.sql`merchant_id = ${merchantId}::uuid AND mode = ${mode}::mode`;
  return Prisma.sql`${ofMerchant} ${by(Prisma.sql`created_by_id`, onlyBy)}`;
}

/** That one person did it; nothing where it may be anybody. */
function by(column: Prisma.Sql, person: string | null | undefined): Prisma.Sql {
  return person == null ? Prisma.empty : Prisma.sql`AND ${column} = ${person}::uuid`;
}

export function madeIn({ start, end }: Pick<ClosePeriod, "start" | "end">): Condition {
  return {
    where: Prisma.sql`created_at >= ${start}::timestamptz AND created_at < ${end}::timestamptz`,
    keys: null,
  };
}
