import type { Cell, Rows } from "@/lib/core/cell";
import type { MerchantId } from "@/lib/core/merchant-id";
import type { AuditFilters } from "@/lib/domain/audit/parse-filters";
import { type LogEvent, logQuery, readEvents } from "@/lib/domain/audit/read-log";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { withMerchant } from "@/lib/platform/db";
import { readBatches } from "@/lib/platform/keyset";

/** As many as are written in some 10 ms, for which other requests wait. */
const batch = 100;

/** The columns' names for programs. A file for people has them in their language. */
const columns = [
  ...(["at", "time_zone", "name", "email", "action", "about", "from", "details", "id", "request"] as const),
];

export type LogColumn = (typeof columns)[number];

/**
 * The events that match the filters, newest first. The export is itself an event, and the first in the file.
 * @param say what stands for the code of an event's action in a file for people.
 */
export async function* exportLog({
  merchantId,
  actor,
  filters,
  timeZone,
  say = ({ action }) => action,
}: {
  merchantId: MerchantId;
  actor: Actor;
  filters: AuditFilters;
  timeZone: string;
  say?: (event: LogEvent) => string;
}): Rows {
  await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "audit.exported" }));
  const batches = readBatches(
    batch,
    (after: string | undefined = filters.after, limit) =>
      withMerchant(merchantId, (tx) =>
        readEvents(tx, { ...logQuery({ ...filters, after }, timeZone), limit }),
      ),
    ({ id }) => id,
  );
  let head: Cell[][] = [columns];
  for await (const events of batches) {
    yield [...head, ...events.map((event) => toRow(event, timeZone, say(event)))];
    head = [];
  }
}

function toRow(
  { at, actor, target, targetId, ip, details, id, requestId }: LogEvent,
  timeZone: string,
  action: string,
): Cell[] {
  const facts = Object.entries(details).map(([key, value]) => `${key}: ${value}`);
  const { name = "Cobro", email = null } = actor ?? {};
  return [
    { time: at },
    timeZone,
    name,
    email,
    action,
    target?.email ?? targetId,
    ip,
    facts.join("; "),
    id,
    requestId,
  ];
}
