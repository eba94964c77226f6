import type { Cell, Rows } from "@/lib/core/cell";
import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { listCreators } from "@/lib/domain/members/list-members";
import {
  type ExportedLink,
  exportedById,
  exportedInOrder,
  readExported,
} from "@/lib/domain/payment-links/history/export-store";
import {
  type FilteredQuery,
  findFiltered,
  placeAt,
  toSelections,
} from "@/lib/domain/payment-links/history/list-history";
import { type HistoryFilters, readPlace } from "@/lib/domain/payment-links/history/parse-filters";
import { toShownState } from "@/lib/domain/payment-links/schema";
import { plainAmount } from "@/lib/money/format-money";
import { readTextsAs, withMerchant } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";
import type { TextRow } from "@/lib/platform/statement";

/** Read at once from the database, the next while these are written. */
const linksAtOnce = 2_000;
/** Written at once, in a few milliseconds, for which other requests wait. */
const linksOfPart = 500;

/** The columns' names for programs. A file for people has them in their language. */
const columns = [
  "created_at",
  "time_zone",
  "amount",
  "currency",
  "description",
  "reference",
  "state",
  "mode",
  "created_by",
  "url",
  "id",
  "note",
  "tags",
  "customer_name",
  "customer_phone",
  "customer_reference",
  "marked_paid_at",
  "marked_paid_by",
  "paid_reference",
  "paid_note",
  "short_code",
  "expires_at",
  "first_opened_at",
  "last_opened_at",
  "opened_count",
  "points_to_code",
  "cancelled_at",
  "cancelled_by",
  "cancel_reason",
  "replaced_by_code",
] as const;

export type LinkColumn = (typeof columns)[number];

/**
 * The links that match the filters, newest first. The export is recorded as an event once there is something to send.
 */
export async function* exportLinks({
  view,
  actor,
  filters,
  timeZone,
}: {
  view: LinkView;
  actor: Actor;
  filters: HistoryFilters;
  timeZone: string;
}): Rows {
  const { merchantId } = view;
  // Asked once: whoever made or marked a link that is in the file was here before the file was begun, but for a few.
  const names = new Map((await listCreators(merchantId)).map(({ userId, name }) => [userId, name]));
  const read = await rowReader(view, { filters: { ...filters, before: undefined }, timeZone });
  const batches = readBatches(linksAtOnce, read, (row) => placeAt(readExported(row), filters.sort));
  let head: Cell[][] = [[...columns]];
  for await (const rows of batches) {
    if (head.length > 0)
      await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "links.exported" }));
    for (let start = 0; start < rows.length; start += linksOfPart) {
      const part = rows.slice(start, start + linksOfPart);
      yield [...head, ...part.map((row) => toRow(readExported(row), names, timeZone))];
      head = [];
    }
  }
  // Without any link the file still says what its columns are.
  if (head.length > 0) yield head;
}

type ReadRows = (after: string | undefined, limit: number) => Promise<TextRow[]>;

/** Reads the links after a place. What no index answers is tried on each row as they are read; else, ids are found first. */
async function rowReader(view: LinkView, query: FilteredQuery): Promise<ReadRows> {
  const { merchantId } = view;
  const { q, after: begin, sort } = query.filters;
  const { exact } = await withMerchant(merchantId, (tx) => toSelections(tx, query));
  if (exact.condition.keys === null && !q)
    return (after = begin, limit) => {
      const selection = { ...exact, after: after === undefined ? undefined : readPlace(after) };
      return readTextsAs(merchantId, exportedInOrder(view, selection, limit));
    };
  return async function read(after = begin, limit): Promise<TextRow[]> {
    const filters = { ...query.filters, after };
    const find = { ...query, filters, limit };
    const { ids } = await withMerchant(merchantId, (tx) => findFiltered(tx, view, find));
    const rows = await readTextsAs(merchantId, exportedById(view, ids));
    if (rows.length === ids.length) return rows;
    // Some are gone since they were found. A short batch would end the file.
    const last = rows.at(-1);
    const next = last ? placeAt(readExported(last), sort) : after;
    return [...rows, ...(await read(next, limit - rows.length))];
  };
}

function toRow(link: ExportedLink, names: Map<string, string>, timeZone: string): Cell[] {
  return [
    { time: link.createdAt },
    timeZone,
    link.amountMinor === null ? null : { number: plainAmount(link.amountMinor) },
    link.currency,
    link.description || null,
    link.reference || null,
    toShownState(link),
    link.mode,
    names.get(link.createdById ?? "") ?? null,
    link.url || null,
    link.id,
    link.note || null,
    link.tags.join(", ") || null,
    link.customerName || null,
    link.customerPhone || null,
    link.customerReference || null,
    toTime(link.markedPaidAt),
    names.get(link.markedPaidById ?? "") ?? null,
    link.paidReference || null,
    link.paidNote || null,
    link.code || null,
    toTime(link.expiresAt),
    toTime(link.firstOpenedAt),
    toTime(link.lastOpenedAt),
    { number: link.openedCount },
    link.pointsToCode || null,
    toTime(link.cancelledAt),
    names.get(link.cancelledById ?? "") ?? null,
    link.cancelReason || null,
    link.leadsToCode || null,
  ];
}

function toTime(at: Date | null): Cell {
  return at ? { time: at } : null;
}
