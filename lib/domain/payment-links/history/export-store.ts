import { z } from "zod";
import type { LinkView } from "@/lib/core/link-view";
import { modes } from "@/lib/core/mode";
import { type Selection, toRows } from "@/lib/domain/payment-links/history/page-store";
import { linkStates } from "@/lib/domain/payment-links/schema";
import { isCurrency } from "@/lib/money/currencies";
import type { Sql, TextRow } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

// Columns are read as the texts that Postgres sends, which costs Postgres a sixth of what writing them as JSON objects
// does, and are parsed here by hand: a file may have a million rows of thirty columns.

/** As `readExported` reads them, in its order. Lists of tags are seldom, and are read as JSON. */
const columns = Prisma.raw(
  [
    ...["id", seconds("created_at"), "mode", "state", "active", "amount_minor", "currency", "description"],
    ...["reference", "url", "created_by_id", "note", "CASE WHEN tags <> '{}' THEN to_json(tags) END"],
    ...["customer_name", "customer_phone", "customer_reference"],
    ...[seconds("marked_paid_at"), "marked_paid_by_id", "paid_reference", "paid_note"],
    ...[seconds("cancelled_at"), "cancelled_by_id", "cancel_reason", "leads_to_code", "points_to_code"],
    ...[seconds("expires_at"), seconds("first_opened_at"), seconds("last_opened_at"), "opened_count", "code"],
  ].join(", "),
);

/** The first links of a selection, in its order, for `readExported`. Its condition is tried on each row from its place on. */
export function exportedInOrder(view: LinkView, selection: Selection, limit: number): Sql {
  const { where, order } = toRows(view, view, selection);
  return Prisma.sql`SELECT ${columns} FROM payment_links
    WHERE ${where} AND ${selection.condition.where} ORDER BY ${order} LIMIT ${limit}`;
}

/** Links by their ids, in the order of these, for `readExported`. */
export function exportedById({ merchantId, onlyBy }: LinkView, ids: readonly string[]): Sql {
  const ofPerson = onlyBy === null ? Prisma.empty : Prisma.sql`AND created_by_id = ${onlyBy}::uuid`;
  return Prisma.sql`SELECT ${columns}
    FROM unnest(${`{${ids.join()}}`}::uuid[]) WITH ORDINALITY AS wanted(id, place)
    JOIN payment_links USING (id)
    WHERE merchant_id = ${merchantId}::uuid ${ofPerson}
    ORDER BY place`;
}

export type ExportedLink = ReturnType<typeof readExported>;

/** What a file of links has of each: shorter than what pages need of one. */
// biome-ignore format: in the order of the columns above.
export function readExported([
  id, createdAt, mode, state, active, amountMinor, currency, description,
  reference, url, createdById, note, tags,
  customerName, customerPhone, customerReference,
  markedPaidAt, markedPaidById, paidReference, paidNote,
  cancelledAt, cancelledById, cancelReason, leadsToCode, pointsToCode,
  expiresAt, firstOpenedAt, lastOpenedAt, openedCount, code,
]: TextRow) {
  // Without spreading, which would take several times as long as all of the rest.
  return {
    id: id ?? missing("id"),
    createdAt: toTime(createdAt) ?? missing("time"),
    mode: modes.find((one) => one === mode) ?? missing("mode"),
    state: linkStates.find((one) => one === state) ?? missing("state"),
    active: active ? active === "t" : null,
    amountMinor: amountMinor ? Number(amountMinor) : null,
    currency: currency && isCurrency(currency) ? currency : null,
    tags: tags ? listOfTexts.parse(JSON.parse(tags)) : [],
    markedPaidAt: toTime(markedPaidAt),
    cancelledAt: toTime(cancelledAt),
    expiresAt: toTime(expiresAt),
    firstOpenedAt: toTime(firstOpenedAt),
    lastOpenedAt: toTime(lastOpenedAt),
    openedCount: openedCount ?? "0",
    description,
    reference,
    url,
    createdById,
    note,
    customerName,
    customerPhone,
    customerReference,
    markedPaidById,
    paidReference,
    paidNote,
    cancelledById,
    cancelReason,
    leadsToCode,
    pointsToCode,
    code,
  };
}

const listOfTexts = z.array(z.string());

function missing(what: string): never {
  throw new Error(`a link without its ${what}`);
}

/** Seconds since 1970 as the nearest number, which is exact for milliseconds, and is written and read faster than a date. */
function seconds(column: `${string}_at`): string {
  return `date_part('epoch', ${column})`;
}

function toTime(text: string | null | undefined): Date | null {
  return text ? new Date(Math.round(Number(text) * 1_000)) : null;
}
