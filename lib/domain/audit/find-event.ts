import type { AuditAction } from "@/lib/domain/audit/schema";
import { type EventQuery, findLastEvent } from "@/lib/domain/audit/store";
import type { MerchantTx } from "@/lib/platform/db";

/** When such an event happened last. Null if it never did, or if `endedBy` happened to the same target later. */
export async function findStandingEvent(
  tx: MerchantTx,
  { endedBy, ...event }: EventQuery & { endedBy: AuditAction },
): Promise<Date | null> {
  const last = await findLastEvent(tx, event);
  const end = await findLastEvent(tx, { action: endedBy, targetId: event.targetId });
  // The order of ids is the order of time.
  return last && (end === null || last.id > end.id) ? last.at : null;
}
