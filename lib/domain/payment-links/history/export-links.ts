import { byteOrderMark, csvLine } from "@/lib/core/csv";
import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { linkQuery } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import type { PaymentLink } from "@/lib/domain/payment-links/schema";
import { listLinks } from "@/lib/domain/payment-links/store";
import { plainAmount } from "@/lib/money/format-money";
import { withMerchant } from "@/lib/platform/db";

const batch = 1_000;

/** Names for machines, the same in every language, so that a spreadsheet made once goes on working. */
const columns = [
  "created_at",
  "amount",
  "currency",
  "description",
  "reference",
  "state",
  "mode",
  "created_by",
  "url",
  "id",
];

/** The links that the filters let through as CSV, newest first, in chunks: a million links fit in no answer at once. */
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
}): AsyncGenerator<string> {
  const { merchantId } = view;
  await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "links.exported" }));
  yield byteOrderMark + csvLine(columns);
  let afterId = filters.after;
  for (;;) {
    const query = { ...linkQuery(filters, timeZone), afterId, limit: batch };
    const links = await withMerchant(merchantId, (tx) => listLinks(tx, view, query));
    if (links.length > 0) yield links.map(toCsvLine).join("");
    if (links.length < batch) return;
    afterId = links.at(-1)?.id;
  }
}

function toCsvLine(link: PaymentLink): string {
  return csvLine([
    link.createdAt.toISOString(),
    link.amountMinor === null ? null : plainAmount(link.amountMinor),
    link.currency,
    link.description,
    link.reference,
    link.state,
    link.mode,
    link.createdBy?.name ?? null,
    link.url,
    link.id,
  ]);
}
