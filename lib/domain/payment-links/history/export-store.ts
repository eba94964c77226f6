import type { LinkView } from "@/lib/core/link-view";
import { type Selection, toRows } from "@/lib/domain/payment-links/history/page-store";
import { Prisma } from "@/prisma/generated/client";

// A file may have a million rows of thirty columns, which are copied into it as Postgres writes them. So each is what the
// file needs.

/** As `toShownState` says it. */
const shownState = `CASE WHEN state <> 'ready' THEN state::text
  WHEN marked_paid_at IS NOT NULL THEN 'marked_paid' WHEN cancelled_at IS NOT NULL THEN 'cancelled'
  WHEN expires_at <= now() THEN 'expired' WHEN NOT active THEN 'inactive'
  WHEN first_opened_at IS NULL THEN 'open' ELSE 'opened' END`;

/** What a file has of each link: the columns' names for programs, in its order, and what is read for each. */
const columns = [
  ["created_at", seconds("created_at")],
  ["amount", "amount_minor"],
  ["currency", "currency"],
  ["description", "description"],
  ["reference", "reference"],
  ["state", shownState],
  ["mode", "mode"],
  ["created_by", "created_by_id"],
  ["url", "url"],
  ["id", "id"],
  ["note", "note"],
  ["tags", "CASE WHEN tags <> '{}' THEN array_to_string(tags, ', ') END"],
  ["customer_name", "customer_name"],
  ["customer_phone", "customer_phone"],
  ["customer_reference", "customer_reference"],
  ["marked_paid_at", seconds("marked_paid_at")],
  ["marked_paid_by", "marked_paid_by_id"],
  ["paid_reference", "paid_reference"],
  ["paid_note", "paid_note"],
  ["short_code", "code"],
  ["expires_at", seconds("expires_at")],
  ["first_opened_at", seconds("first_opened_at")],
  ["last_opened_at", seconds("last_opened_at")],
  ["opened_count", "opened_count"],
  ["points_to_code", "points_to_code"],
  ["cancelled_at", seconds("cancelled_at")],
  ["cancelled_by", "cancelled_by_id"],
  ["cancel_reason", "cancel_reason"],
  ["replaced_by_code", "leads_to_code"],
] as const;

export const readColumns = columns.map(([name]) => name);
export type ReadColumn = (typeof readColumns)[number];

const everyColumn = Prisma.raw(columns.map(([, sql]) => sql).join(", "));

/** The first links of a selection, in its order. Its condition is tried on each row from its place on. */
export function exportedInOrder(view: LinkView, selection: Selection, limit: number): Prisma.Sql {
  const { where, order } = toRows(view, selection);
  return Prisma.sql`SELECT ${everyColumn} FROM payment_links
    WHERE ${where} AND ${selection.condition.where} ORDER BY ${order} LIMIT ${limit}`;
}

/** Links by their ids, in the order of these. */
export function exportedById({ merchantId, onlyBy }: LinkView, ids: readonly string[]): Prisma.Sql {
  const ofPerson = onlyBy === null ? Prisma.empty : Prisma.sql`AND created_by_id = ${onlyBy}::uuid`;
  return Prisma.sql`SELECT ${everyColumn}
    FROM unnest(${`{${ids.join()}}`}::uuid[]) WITH ORDINALITY AS wanted(id, place)
    JOIN payment_links USING (id)
    WHERE merchant_id = ${merchantId}::uuid ${ofPerson}
    ORDER BY place`;
}

/** Seconds since 1970 as the nearest number, which is exact for milliseconds, and is written and read faster than a date. */
function seconds(column: `${string}_at`): string {
  return `date_part('epoch', ${column})`;
}
