import { hashEvent } from "@/lib/domain/audit/hash-chain";
import type { AuditEntry } from "@/lib/domain/audit/schema";
import { beginChain } from "@/lib/domain/audit/seal-events";
import { insertAuditEvent } from "@/lib/domain/audit/store";
import type { MerchantTx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { currentRequestId } from "@/lib/platform/request-id";
import { uuidv7 } from "@/lib/platform/uuidv7";

/**
 * Records an event in the caller's transaction, so that it commits together with what it is about. `sealEvents` adds it
 * to the merchant's chain later, so that writers do not wait for each other.
 */
export async function recordEvent(tx: MerchantTx, entry: AuditEntry): Promise<void> {
  const now = Date.now();
  const requestId = currentRequestId();
  const event = {
    id: uuidv7(now),
    at: new Date(now),
    actorId: entry.actor?.userId ?? null,
    action: entry.action,
    targetId: entry.targetId ?? null,
    details: {
      ...entry.details,
      ...(entry.actor?.till !== undefined && { till: entry.actor.till }),
      // Here, because the hash covers it here, also for a process of an older release that seals the event.
      ...(requestId !== undefined && { requestId }),
    },
    ip: entry.actor?.ip ?? entry.ip ?? null,
  };
  if (entry.action === "merchant.created") await beginChain(tx);
  await insertAuditEvent(tx, { ...event, mac: hashEvent(tx.merchantId, event) });
  // The line has the request's id, with which the event is found beside what else the request did.
  if (entry.actor)
    log().info({ code: "audit_event", merchantId: tx.merchantId, eventId: event.id, action: entry.action });
}
