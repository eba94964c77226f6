import type { Cell, Rows } from "@/lib/core/cell";
import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { listFiltered, placeAt } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { listNotes } from "@/lib/domain/payment-links/notes/notes-store";
import type { LinkNotes } from "@/lib/domain/payment-links/notes/schema";
import { listPaidMarks } from "@/lib/domain/payment-links/paid/paid-store";
import type { PaidMark } from "@/lib/domain/payment-links/paid/schema";
import { type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import { plainAmount } from "@/lib/money/format-money";
import { withMerchant } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";

/** As many as are written in some 10 ms, for which other requests wait. */
const batch = 100;

/** Column names for programs, the same in every language, so that formulas in a spreadsheet still work. */
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
];

type ExportedLink = PaymentLink & { notes: LinkNotes | undefined; paid: PaidMark | undefined };

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
  const batches = readBatches(
    batch,
    async (after: string | undefined = filters.after, limit) => {
      const query = { filters: { ...filters, after, before: undefined }, timeZone, limit };
      return withMerchant(merchantId, async (tx) => {
        const { links } = await listFiltered(tx, view, query);
        const ids = links.map(({ id }) => id);
        const notes = await listNotes(tx, view, ids);
        const marked = links.flatMap(({ id, markedPaidAt }) => (markedPaidAt ? [id] : []));
        const marks = marked.length > 0 ? await listPaidMarks(tx, view, marked) : null;
        return links.map((link) => ({ ...link, notes: notes.get(link.id), paid: marks?.get(link.id) }));
      });
    },
    (link: ExportedLink) => placeAt(link, filters.sort),
  );
  let head: Cell[][] = [columns];
  for await (const links of batches) {
    if (head.length > 0)
      await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "links.exported" }));
    yield [...head, ...links.map((link) => toRow(link, timeZone))];
    head = [];
  }
}

function toRow({ notes, paid, ...link }: ExportedLink, timeZone: string): Cell[] {
  return [
    { time: link.createdAt },
    timeZone,
    link.amountMinor === null ? null : { number: plainAmount(link.amountMinor) },
    link.currency,
    link.description,
    link.reference,
    toShownState(link),
    link.mode,
    link.createdBy?.name ?? null,
    link.url,
    link.id,
    notes?.note || null,
    notes?.tags.join(", ") || null,
    notes?.customerName || null,
    notes?.customerPhone || null,
    notes?.customerReference || null,
    paid ? { time: paid.at } : null,
    paid?.by ?? null,
    paid?.reference || null,
    paid?.note || null,
  ];
}
