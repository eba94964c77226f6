import type { MerchantId } from "@/lib/core/merchant-id";
import { type AuditEvent, latestEvents } from "@/lib/domain/audit/store";
import { readRows, type Sql } from "@/lib/platform/statement";

export type NamedEvent = AuditEvent & { actorName: string | null };

/**
 * The events about one thing, to be asked for together with other things.
 * @property read answers them oldest first, with the names of who did them.
 */
export function askForEvents(
  merchantId: MerchantId,
  targetId: string,
): { asked: Sql; read: (rows: unknown[] | undefined, names: Map<string, string>) => NamedEvent[] } {
  const events = latestEvents(merchantId, targetId);
  const read = (rows: unknown[] | undefined, names: Map<string, string>) =>
    readRows(events, rows)
      .flat()
      .reverse()
      .map((event) => ({ ...event, actorName: names.get(event.actorId ?? "") ?? null }));
  return { asked: events.sql, read };
}
