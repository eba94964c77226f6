import { type AuditAction, auditActions, isAuditAction, type LogPerson } from "@/lib/domain/audit/schema";
import type { MerchantTx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

export type LogRow = {
  id: string;
  at: Date;
  action: AuditAction;
  actorId: string | null;
  targetId: string | null;
  details: unknown;
  ip: string | null;
  requestId: string | null;
};

export type LogQuery = {
  actions: AuditAction[] | undefined;
  actorId: string | undefined;
  /** The id holds the time, so that one index serves both the order and the range: `fromId` is included. */
  fromId: string | undefined;
  beforeIds: string[];
  limit: number;
};

/** Events of one merchant, newest first. */
export async function listLog(tx: MerchantTx, query: LogQuery): Promise<LogRow[]> {
  // Actions of a newer release are excluded by the query. Removed afterwards, they would leave a short page, which
  // counts as the last.
  const rows = await tx.auditEvent.findMany({
    where: toWhere(tx, query),
    orderBy: { id: "desc" },
    take: query.limit,
    select: {
      ...{ id: true, at: true, action: true, actorId: true, targetId: true, details: true, ip: true },
      requestId: true,
    },
  });
  return rows.flatMap(({ action, ...row }) => (isAuditAction(action) ? [{ ...row, action }] : []));
}

/** How many of them there are. */
export function countLog(tx: MerchantTx, query: Omit<LogQuery, "limit">): Promise<number> {
  return tx.auditEvent.count({ where: toWhere(tx, query) });
}

function toWhere(
  { merchantId }: MerchantTx,
  { actions, actorId, fromId, beforeIds }: Omit<LogQuery, "limit">,
): Prisma.AuditEventWhereInput {
  return {
    ...{ merchantId, action: { in: [...(actions ?? auditActions)] } },
    ...(actorId && { actorId }),
    AND: [
      ...(fromId === undefined ? [] : [{ id: { gte: fromId } }]),
      ...beforeIds.map((id) => ({ id: { lt: id } })),
    ],
  };
}

/** Everybody who is or was in the team, by name. */
export async function listTeam(tx: MerchantTx): Promise<LogPerson[]> {
  const rows = await tx.membership.findMany({
    where: { merchantId: tx.merchantId },
    orderBy: { user: { name: "asc" } },
    select: { userId: true, user: { select: { name: true, email: true } } },
  });
  return rows.map(({ userId, user }) => ({ userId, ...user }));
}
