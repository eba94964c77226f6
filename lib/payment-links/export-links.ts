import type { Actor } from "@/lib/audit/schema";
import { recordEvent } from "@/lib/audit/service";
import { byteOrderMark, csvLine } from "@/lib/csv";
import { withMerchant } from "@/lib/db";
import { plainAmount } from "@/lib/format-money";
import type { LinkView } from "@/lib/link-view";
import type { HistoryFilters } from "@/lib/payment-links/history-filters";
import type { PaymentLink } from "@/lib/payment-links/schema";
import { linkQuery } from "@/lib/payment-links/service";
import { listLinks } from "@/lib/payment-links/store";

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
  await withMerchant(merchantId, (tx) => recordEvent(tx, merchantId, { actor, action: "links.exported" }));
  yield byteOrderMark + csvLine(columns);
  let afterId = filters.after;
  for (;;) {
    const query = { ...linkQuery(filters, timeZone), afterId, limit: batch };
    const links = await withMerchant(merchantId, (tx) => listLinks(tx, view, query));
    if (links.length > 0) yield links.map(lineOf).join("");
    if (links.length < batch) return;
    afterId = links.at(-1)?.id;
  }
}

function lineOf(link: PaymentLink): string {
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
