import { byteOrderMark, type CsvStyle, csvLine } from "@/lib/core/csv";
import type { LinkView } from "@/lib/core/link-view";
import { clockIn, type LocalClock } from "@/lib/core/local-time";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { listFiltered, placeAt } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { type PaymentLink, toShownState } from "@/lib/domain/payment-links/schema";
import { plainAmount } from "@/lib/money/format-money";
import { withMerchant } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";

/** As many as are written in some 20 ms, for which other requests wait. */
const batch = 200;

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
];

/**
 * The links that match the filters as CSV, newest first, in chunks, because a million links are too many for memory.
 * Times are in the merchant's time zone. The export is recorded as an event once there is something to send.
 */
export async function* exportLinks({
  view,
  actor,
  filters,
  timeZone,
  style,
}: {
  view: LinkView;
  actor: Actor;
  filters: HistoryFilters;
  timeZone: string;
  style: CsvStyle;
}): AsyncGenerator<string> {
  const { merchantId } = view;
  const clock = clockIn(timeZone);
  const batches = readBatches(
    batch,
    async (after: string | undefined = filters.after, limit) => {
      const query = { filters: { ...filters, after, before: undefined }, timeZone, limit };
      return (await withMerchant(merchantId, (tx) => listFiltered(tx, view, query))).links;
    },
    (link: PaymentLink) => placeAt(link, filters.sort),
  );
  let head = byteOrderMark + csvLine(columns, style);
  for await (const links of batches) {
    if (head) await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "links.exported" }));
    yield head + links.map((link) => toCsvLine(link, { timeZone, clock, style })).join("");
    head = "";
  }
}

function toCsvLine(
  link: PaymentLink,
  { timeZone, clock, style }: { timeZone: string; clock: LocalClock; style: CsvStyle },
): string {
  const at = style.for === "excel" ? clock.toDateAndTime(link.createdAt) : clock.toIsoTime(link.createdAt);
  return csvLine(
    [
      { value: at },
      timeZone,
      link.amountMinor === null
        ? null
        : { value: plainAmount(link.amountMinor).replace(".", style.decimalMark) },
      link.currency,
      link.description,
      link.reference,
      toShownState(link),
      link.mode,
      link.createdBy?.name ?? null,
      link.url,
      link.id,
    ],
    style,
  );
}
