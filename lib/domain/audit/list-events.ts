import type { MerchantId } from "@/lib/core/merchant-id";
import { type AuditEvent, findNames, listEvents } from "@/lib/domain/audit/store";
import type { Tx } from "@/lib/platform/db";

/** What the log tells about one thing, oldest first, with the names of who did it. */
export async function listEventsAbout(
  tx: Tx,
  merchantId: MerchantId,
  targetId: string,
): Promise<(AuditEvent & { actorName: string | null })[]> {
  const events = await listEvents(tx, merchantId, targetId);
  const ids = events.flatMap(({ actorId }) => (actorId === null ? [] : [actorId]));
  const names = await findNames(tx, merchantId, ids);
  return events.map((event) => ({ ...event, actorName: names.get(event.actorId ?? "") ?? null }));
}
