import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import { type AuditAction, isAuditAction } from "@/lib/domain/audit/schema";
import type { MerchantTx } from "@/lib/platform/db";
import type { Sql, Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

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
  await tx.$executeRaw`WITH ${auditRows(tx.merchantId, event, Prisma.sql`true`)} SELECT`;
}

/** The same as the last parts of a statement's WITH, which write something only if `given` holds. */
export function auditRows(merchantId: MerchantId, event: NewAuditEvent, given: Sql): Prisma.Sql {
  const { id, at, actorId, action, targetId, details, ip, mac } = event;
  return Prisma.sql`written AS (
    INSERT INTO audit_events (merchant_id, id, at, actor_id, action, target_id, details, ip, mac, request_id)
    SELECT ${merchantId}::uuid, ${id}::uuid, ${at}::timestamptz, ${actorId}::uuid, ${action}, ${targetId},
      ${JSON.stringify(details)}::jsonb, ${ip}, ${mac}::bytea, ${details.requestId ?? null}
    WHERE ${given}
    RETURNING merchant_id, id
  ), queued AS (
    INSERT INTO audit_waiting (merchant_id, event_id) SELECT merchant_id, id FROM written
  )`;
}

const eventRow = z
  .object({ at: z.date(), action: z.string(), actorId: z.string().nullable(), details: z.unknown() })
  .transform(({ action, details, ...row }): AuditEvent[] =>
    isAuditAction(action) ? [{ ...row, action, details: isFacts(details) ? details : {} }] : [],
  );

/** The latest events about one thing, newest first, each as a list, which is empty for one that is not known here. */
export function latestEvents(merchantId: MerchantId, targetId: string): Statement<AuditEvent[]> {
  const sql = Prisma.sql`
    SELECT at, action, actor_id AS "actorId", details FROM audit_events
    WHERE merchant_id = ${merchantId}::uuid AND target_id = ${targetId} ORDER BY id DESC LIMIT 200`;
  return { sql, row: eventRow };
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

function isFacts(details: unknown): details is Record<string, unknown> {
  return typeof details === "object" && details !== null;
}
