import type { Cell, Rows } from "@/lib/core/cell";
import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { listCreators } from "@/lib/domain/members/list-members";
import { type ExportedLink, listExported } from "@/lib/domain/payment-links/history/export-store";
import { findFiltered, placeAt } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { listPaidMarks } from "@/lib/domain/payment-links/paid/paid-store";
import type { PaidMark } from "@/lib/domain/payment-links/paid/schema";
import { toShownState } from "@/lib/domain/payment-links/schema";
import { plainAmount } from "@/lib/money/format-money";
import { withMerchant } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";

/** As many as are read and written in a few milliseconds, for which other requests wait. */
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
  "short_code",
  "expires_at",
];

type NamedLink = ExportedLink & { createdBy: string | null; paid: PaidMark | undefined };

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
  // Asked once: whoever made a link that is in the file was here before the file was begun.
  const names = new Map((await listCreators(merchantId)).map(({ userId, name }) => [userId, name]));
  const batches = readBatches(
    batch,
    async (after: string | undefined = filters.after, limit) => {
      const query = { filters: { ...filters, after, before: undefined }, timeZone, limit };
      return withMerchant(merchantId, async (tx) => {
        const { ids } = await findFiltered(tx, view, query);
        const links = await listExported(tx, view, ids);
        const marked = links.flatMap(({ id, markedPaidAt }) => (markedPaidAt ? [id] : []));
        const marks = marked.length > 0 ? await listPaidMarks(tx, view, marked) : null;
        return links.map((link) => ({
          ...link,
          createdBy: names.get(link.createdById ?? "") ?? null,
          paid: marks?.get(link.id),
        }));
      });
    },
    (link: NamedLink) => placeAt(link, filters.sort),
  );
  let head: Cell[][] = [columns];
  for await (const links of batches) {
    if (head.length > 0)
      await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "links.exported" }));
    yield [...head, ...links.map((link) => toRow(link, timeZone))];
    head = [];
  }
}

function toRow({ paid, ...link }: NamedLink, timeZone: string): Cell[] {
  return [
    { time: link.createdAt },
    timeZone,
    link.amountMinor === null ? null : { number: plainAmount(link.amountMinor) },
    link.currency,
    link.description,
    link.reference,
    toShownState(link),
    link.mode,
    link.createdBy,
    link.url,
    link.id,
    link.note || null,
    link.tags.join(", ") || null,
    link.customerName || null,
    link.customerPhone || null,
    link.customerReference || null,
    paid ? { time: paid.at } : null,
    paid?.by ?? null,
    paid?.reference || null,
    paid?.note || null,
    link.code,
    link.expiresAt ? { time: link.expiresAt } : null,
  ];
}
