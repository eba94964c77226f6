import type { AuditEntry } from "@/lib/audit/schema";
import { insertAuditEvent } from "@/lib/audit/store";
import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";

/** Writes the event in the caller's own transaction: what happened and its record commit together. */
export function recordEvent(tx: Tx, merchantId: MerchantId, entry: AuditEntry): Promise<void> {
  return insertAuditEvent(tx, merchantId, entry);
}
