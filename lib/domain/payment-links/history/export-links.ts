import type { Cell, Rows } from "@/lib/core/cell";
import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { listCreators } from "@/lib/domain/members/list-members";
import {
  type ExportedLink,
  linksOfText,
  listExported,
  readExported,
} from "@/lib/domain/payment-links/history/export-store";
import { findFiltered, placeAt } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { toShownState } from "@/lib/domain/payment-links/schema";
import { plainAmount } from "@/lib/money/format-money";
import { withMerchant } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";

/** Read at once from the database, and written one after another. */
const textsAtOnce = 10;

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
  const batches = readBatches(
    textsAtOnce,
    async (after: string | undefined = filters.after, texts) => {
      const limit = texts * linksOfText;
      const query = { filters: { ...filters, after, before: undefined }, timeZone, limit };
      return withMerchant(merchantId, async (tx) => {
        const { ids } = await findFiltered(tx, view, query);
        return listExported(tx, view, ids);
      });
    },
    (text) => {
      const last = readExported(text).at(-1);
      if (!last) throw new Error("a text of no links");
      return placeAt(last, filters.sort);
    },
  );
  let head: Cell[][] = [[...columns]];
  for await (const texts of batches) {
    if (head.length > 0)
      await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "links.exported" }));
    for (const text of texts) {
      yield [...head, ...readExported(text).map((link) => toRow(link, names, timeZone))];
      head = [];
    }
  }
}

function toRow(link: ExportedLink, names: Map<string, string>, timeZone: string): Cell[] {
  return [
    { time: link.createdAt },
    timeZone,
    link.amountMinor === null ? null : { number: plainAmount(link.amountMinor) },
    link.currency,
    link.description,
    link.reference,
    toShownState(link),
    link.mode,
    names.get(link.createdById ?? "") ?? null,
    link.url,
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
    link.code,
    toTime(link.expiresAt),
    toTime(link.firstOpenedAt),
    toTime(link.lastOpenedAt),
    { number: String(link.openedCount) },
    link.pointsToCode,
    toTime(link.cancelledAt),
    names.get(link.cancelledById ?? "") ?? null,
    link.cancelReason,
    link.leadsToCode,
  ];
}

function toTime(at: Date | null): Cell {
  return at ? { time: at } : null;
}
