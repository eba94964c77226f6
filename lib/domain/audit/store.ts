import { type AuditAction, isAuditAction } from "@/lib/domain/audit/schema";
import type { MerchantTx } from "@/lib/platform/db";

export type AuditEvent = {
  at: Date;
  action: AuditAction;
  actorId: string | null;
  details: Record<string, unknown>;
};

export type NewAuditEvent = {
  id: string;
  at: Date;
  actorId: string | null;
  action: AuditAction;
  targetId: string | null;
  details: Record<string, string | number | null>;
  ip: string | null;
  mac: Uint8Array<ArrayBuffer>;
};

/** Writes an event, and queues it for the chain. */
export async function insertAuditEvent(tx: MerchantTx, event: NewAuditEvent): Promise<void> {
  const { id, at, actorId, action, targetId, details, ip, mac } = event;
  await tx.$executeRaw`
    WITH written AS (
      INSERT INTO audit_events (merchant_id, id, at, actor_id, action, target_id, details, ip, mac, request_id)
      VALUES (${tx.merchantId}::uuid, ${id}::uuid, ${at}, ${actorId}::uuid, ${action}, ${targetId},
        ${JSON.stringify(details)}::jsonb, ${ip}, ${mac}, ${details.requestId ?? null})
      RETURNING merchant_id, id
    )
    INSERT INTO audit_waiting (merchant_id, event_id) SELECT merchant_id, id FROM written`;
}

/** The latest events about one thing, oldest first. */
export async function listEvents(tx: MerchantTx, targetId: string): Promise<AuditEvent[]> {
  const rows = await tx.auditEvent.findMany({
    where: { merchantId: tx.merchantId, targetId },
    orderBy: { id: "desc" },
    take: 200,
    select: { at: true, action: true, actorId: true, details: true },
  });
  return rows
    .reverse()
    .flatMap(({ action, details, ...row }) =>
      isAuditAction(action) ? [{ ...row, action, details: isFacts(details) ? details : {} }] : [],
    );
}

export type EventQuery = {
  action: AuditAction;
  targetId: string;
  actorId?: string;
  /** One of the event's details. */
  detail?: { name: string; value: string };
};

/** The latest such event about one target. */
export function findLastEvent(
  tx: MerchantTx,
  { action, targetId, actorId, detail }: EventQuery,
): Promise<{ id: string; at: Date } | null> {
  return tx.auditEvent.findFirst({
    where: {
      ...{ merchantId: tx.merchantId, targetId, action },
      ...(actorId !== undefined && { actorId }),
      ...(detail && { details: { path: [detail.name], equals: detail.value } }),
    },
    orderBy: { id: "desc" },
    select: { id: true, at: true },
  });
}

/** The names of people in the team, including those who left. */
export async function findNames(tx: MerchantTx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.membership.findMany({
    where: { merchantId: tx.merchantId, userId: { in: ids } },
    select: { userId: true, user: { select: { name: true } } },
  });
  return new Map(rows.map(({ userId, user }) => [userId, user.name]));
}

function isFacts(details: unknown): details is Record<string, unknown> {
  return typeof details === "object" && details !== null;
}
