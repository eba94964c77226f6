import type { MerchantId } from "@/lib/core/merchant-id";
import { hashEvent } from "@/lib/domain/audit/chain";
import type { AuditEntry } from "@/lib/domain/audit/schema";
import { beginChain } from "@/lib/domain/audit/seal-events";
import { type AuditEvent, findNames, insertAuditEvent, listEvents } from "@/lib/domain/audit/store";
import type { Tx } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";

/**
 * Writes the event in the caller's own transaction: what happened and its record commit together. Its place in the
 * merchant's chain it gets afterwards, from `sealEvents`, so that writers never wait for each other.
 */
export async function recordEvent(tx: Tx, merchantId: MerchantId, entry: AuditEntry): Promise<void> {
  const now = Date.now();
  const event = {
    id: uuidv7(now),
    at: new Date(now),
    actorId: entry.actor?.userId ?? null,
    action: entry.action,
    targetId: entry.targetId ?? null,
    details: entry.details ?? {},
    ip: entry.actor?.ip ?? entry.ip ?? null,
  };
  if (entry.action === "merchant.created") await beginChain(tx, merchantId);
  await insertAuditEvent(tx, merchantId, { ...event, mac: hashEvent(merchantId, event) });
}

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
