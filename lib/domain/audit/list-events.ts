import { type AuditEvent, findNames, listEvents } from "@/lib/domain/audit/store";
import type { MerchantTx } from "@/lib/platform/db";

/** The events about one thing, oldest first, with the names of who did them. */
export async function listEventsAbout(
  tx: MerchantTx,
  targetId: string,
): Promise<(AuditEvent & { actorName: string | null })[]> {
  const events = await listEvents(tx, targetId);
  const ids = events.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  const names = await findNames(tx, ids);
  return events.map((event) => ({ ...event, actorName: names.get(event.actorId ?? "") ?? null }));
}
