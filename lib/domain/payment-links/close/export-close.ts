import type { Cell, Rows } from "@/lib/core/cell";
import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import type { CloseQuery } from "@/lib/domain/payment-links/close/close-store";
import { getClose } from "@/lib/domain/payment-links/close/get-close";
import type { Tally } from "@/lib/domain/payment-links/close/schema";
import { plainAmount } from "@/lib/money/format-money";
import { withMerchant } from "@/lib/platform/db";

/** The columns' names for programs. A file for people has them in their language. */
const columns = [
  ...(["from", "before", "time_zone", "mode", "created_by", "currency", "state", "links", "amount"] as const),
];

export type CloseColumn = (typeof columns)[number];

/** A line for each person, currency and state. Those of one person and currency, but `made`, add up to `made`. */
export async function* exportClose({
  view,
  actor,
  query,
  timeZone,
}: {
  view: LinkView;
  actor: Actor;
  query: CloseQuery;
  timeZone: string;
}): Rows {
  const { people, markedLater } = await getClose(view, query);
  const time = [{ time: query.start }, { time: query.end }, timeZone, query.mode];
  const toRow = (name: string | null, currency: string | null, state: string, tally: Tally): Cell[] => [
    ...[...time, name, currency, state],
    ...[{ number: String(tally.links) }, currency && { number: plainAmount(tally.amountMinor) }],
  ];
  await withMerchant(view.merchantId, (tx) => recordEvent(tx, { actor, action: "links.exported" }));
  yield [
    columns,
    ...people.flatMap(({ name, currencies }) =>
      currencies.flatMap(({ currency, made, states, unconfirmed }) => [
        toRow(name, currency, "made", made),
        ...[...states].map(([state, tally]) => toRow(name, currency, state, tally)),
        ...(unconfirmed.links > 0 ? [toRow(name, currency, "unknown", unconfirmed)] : []),
      ]),
    ),
    ...markedLater.map((tally) => toRow(null, tally.currency, "marked_paid_made_before", tally)),
  ];
}
