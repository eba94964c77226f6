import type { AuditEntry } from "@/lib/audit/schema";
import { type AuditEvent, findNames, insertAuditEvent, listEvents } from "@/lib/audit/store";
import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";

/** Writes the event in the caller's own transaction: what happened and its record commit together. */
export function recordEvent(tx: Tx, merchantId: MerchantId, entry: AuditEntry): Promise<void> {
  return insertAuditEvent(tx, merchantId, entry);
}

/** What the log tells about one thing, oldest first, with the names of who did it. */
export async function eventsOf(
  tx: Tx,
  merchantId: MerchantId,
  targetId: string,
): Promise<(AuditEvent & { actorName: string | null })[]> {
  const events = await listEvents(tx, merchantId, targetId);
  const ids = events.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  const names = await findNames(tx, merchantId, ids);
  return events.map((event) => ({ ...event, actorName: names.get(event.actorId ?? "") ?? null }));
}
