import type { AuditEntry } from "@/lib/audit/schema";
import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import { uuidv7 } from "@/lib/uuid";

export async function insertAuditEvent(tx: Tx, merchantId: MerchantId, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: {
      merchantId,
      id: uuidv7(),
      actorId: entry.actor?.userId ?? null,
      ip: entry.actor?.ip ?? null,
      action: entry.action,
      targetId: entry.targetId ?? null,
      details: entry.details ?? {},
    },
    select: { id: true },
  });
}
