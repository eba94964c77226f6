import { type AuditAction, type AuditEntry, isAuditAction } from "@/lib/audit/schema";
import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import { uuidv7 } from "@/lib/uuid";

export type AuditEvent = { at: Date; action: AuditAction; actorId: string | null };

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

/** The events about one thing, oldest first. */
export async function listEvents(tx: Tx, merchantId: MerchantId, targetId: string): Promise<AuditEvent[]> {
  const rows = await tx.auditEvent.findMany({
    where: { merchantId, targetId },
    orderBy: { id: "asc" },
    take: 200,
    select: { at: true, action: true, actorId: true },
  });
  return rows.flatMap(({ action, ...row }) => (isAuditAction(action) ? [{ ...row, action }] : []));
}

/** The names of people of the merchant, those who left included. */
export async function findNames(tx: Tx, merchantId: MerchantId, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.membership.findMany({
    where: { merchantId, userId: { in: ids } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(rows.map(({ userId, user }) => [userId, user.name]));
}
