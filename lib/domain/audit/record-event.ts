import type { MerchantId } from "@/lib/core/merchant-id";
import { hashEvent } from "@/lib/domain/audit/hash-chain";
import type { AuditEntry } from "@/lib/domain/audit/schema";
import { beginChain } from "@/lib/domain/audit/seal-events";
import { auditRows, insertAuditEvent, type NewAuditEvent } from "@/lib/domain/audit/store";
import type { MerchantTx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { currentRequestId } from "@/lib/platform/request-id";
import type { Sql } from "@/lib/platform/statement";
import { uuidv7 } from "@/lib/platform/uuidv7";

/**
 * Records an event in the caller's transaction, so that it commits together with what it is about. `sealEvents` adds it
 * to the merchant's chain later, so that writers do not wait for each other.
 */
export async function recordEvent(tx: MerchantTx, entry: AuditEntry): Promise<void> {
  const event = toEvent(tx.merchantId, entry);
  if (entry.action === "merchant.created") await beginChain(tx);
  await insertAuditEvent(tx, event);
  logEvent(tx.merchantId, entry, event);
}

/**
 * The same as the last parts of a statement's WITH, for what is written with one statement: the event is recorded only if
 * `given` holds. `log` writes the line about it, for use when it was.
 */
export function eventRows(
  merchantId: MerchantId,
  entry: AuditEntry,
  given: Sql,
): { sql: Sql; log: () => void } {
  const event = toEvent(merchantId, entry);
  return { sql: auditRows(merchantId, event, given), log: () => logEvent(merchantId, entry, event) };
}

function toEvent(merchantId: MerchantId, entry: AuditEntry): NewAuditEvent {
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
  return { ...event, mac: hashEvent(merchantId, event) };
}

/** The line has the request's id, with which the event is found beside what else the request did. */
function logEvent(merchantId: MerchantId, { actor, action }: AuditEntry, { id }: NewAuditEvent): void {
  if (actor) log().info({ code: "audit_event", merchantId, eventId: id, action });
}
