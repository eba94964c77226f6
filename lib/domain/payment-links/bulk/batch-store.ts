import type { LinkScope } from "@/lib/core/link-view";
import type { Mode } from "@/lib/core/mode";
import type { Actor } from "@/lib/domain/audit/schema";
import {
  type Batch,
  type BatchNotes,
  type BatchState,
  cellsSchema,
  type Layout,
  layoutSchema,
  notesSchema,
  type PauseReason,
  pauseReasons,
} from "@/lib/domain/payment-links/bulk/schema";
import type { MerchantTx, SystemTx } from "@/lib/platform/db";
import type { Cell } from "@/lib/spreadsheets/table";
import type { Prisma } from "@/prisma/generated/client";

const columns = {
  id: true,
  mode: true,
  state: true,
  fileName: true,
  header: true,
  layout: true,
  notes: true,
  version: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  resumeAt: true,
  pauseReason: true,
  createdBy: { select: { userId: true, user: { select: { name: true } } } },
} as const satisfies Prisma.BulkBatchSelect;

type Row = Prisma.BulkBatchGetPayload<{ select: typeof columns }>;

function toBatch({ header, layout, notes, createdBy, pauseReason, ...row }: Row): Batch {
  return {
    ...row,
    header: cellsSchema.nullable().parse(header),
    layout: layoutSchema.parse(layout),
    notes: notesSchema.parse(notes),
    pauseReason: pauseReasons.find((known) => known === pauseReason) ?? null,
    createdBy: { id: createdBy.userId, name: createdBy.user.name },
  };
}

/** The `where` of a view: a person who sees only their own links sees only their own tables. */
function inView({ merchantId }: MerchantTx, { onlyBy }: LinkScope) {
  return { merchantId, ...(onlyBy !== null && { createdById: onlyBy }) };
}

/** False when there is a batch with this id: the form was sent before. */
export async function insertBatch(
  tx: MerchantTx,
  {
    header,
    ...batch
  }: {
    id: string;
    createdById: string;
    mode: Mode;
    fileName: string | null;
    contentHash: Uint8Array<ArrayBuffer>;
    header: Cell[] | null;
    layout: Layout;
    notes: BatchNotes;
  },
): Promise<boolean> {
  const { count } = await tx.bulkBatch.createMany({
    data: [{ merchantId: tx.merchantId, ...batch, ...(header && { header }) }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function findBatch(tx: MerchantTx, view: LinkScope, id: string): Promise<Batch | null> {
  const row = await tx.bulkBatch.findFirst({ where: { ...inView(tx, view), id }, select: columns });
  return row && toBatch(row);
}

/** Newest first. */
export async function listBatches(tx: MerchantTx, view: LinkScope, limit: number): Promise<Batch[]> {
  const rows = await tx.bulkBatch.findMany({
    where: inView(tx, view),
    orderBy: { id: "desc" },
    take: limit,
    select: columns,
  });
  return rows.map(toBatch);
}

/** Locks a batch until the transaction ends, so that two decisions about it wait for each other. */
export async function lockBatch(tx: MerchantTx, id: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM bulk_batches WHERE merchant_id = ${tx.merchantId}::uuid AND id = ${id}::uuid FOR UPDATE`;
}

/** When the same table was started before, apart from this batch. */
export async function findSameTable(
  tx: MerchantTx,
  id: string,
): Promise<{ id: string; startedAt: Date } | null> {
  const own = await tx.bulkBatch.findFirst({
    where: { merchantId: tx.merchantId, id },
    select: { contentHash: true, mode: true },
  });
  if (!own) return null;
  const row = await tx.bulkBatch.findFirst({
    where: { merchantId: tx.merchantId, id: { not: id }, startedAt: { not: null }, ...own },
    orderBy: { startedAt: "desc" },
    select: { id: true, startedAt: true },
  });
  return row?.startedAt ? { id: row.id, startedAt: row.startedAt } : null;
}

export async function updateLayout(
  tx: MerchantTx,
  id: string,
  change: { layout: Layout; header: Cell[] | null },
): Promise<void> {
  await tx.bulkBatch.updateMany({
    where: { merchantId: tx.merchantId, id, state: "draft" },
    data: {
      layout: change.layout,
      ...(change.header && { header: change.header }),
      version: { increment: 1 },
    },
  });
}

/** Removes a table from which nothing was created. */
export async function deleteDraft(tx: MerchantTx, id: string): Promise<void> {
  await tx.bulkBatch.deleteMany({ where: { merchantId: tx.merchantId, id, state: "draft" } });
}

/** The same for those that nobody has started. */
export async function deleteDraftsBefore(tx: MerchantTx, before: Date): Promise<void> {
  await tx.bulkBatch.deleteMany({
    where: { merchantId: tx.merchantId, state: "draft", createdAt: { lt: before } },
  });
}

export async function isAnyRunning(tx: MerchantTx): Promise<boolean> {
  const where = { merchantId: tx.merchantId, state: "running" } as const;
  return (await tx.bulkBatch.count({ where, take: 1 })) > 0;
}

/** @param actor who starts it or goes on with it. */
export async function setState(
  tx: MerchantTx,
  id: string,
  change: { state: BatchState; pauseReason?: PauseReason | null; actor?: Actor },
): Promise<void> {
  const { state, pauseReason = null, actor } = change;
  const isOver = state === "done" || state === "cancelled";
  await tx.bulkBatch.updateMany({
    where: { merchantId: tx.merchantId, id },
    data: {
      ...{ state, pauseReason, finishedAt: isOver ? new Date() : null },
      ...{ leaseUntil: null, resumeAt: null, failures: 0 },
      ...(actor && {
        ...{ startedAt: new Date(), startedById: actor.userId },
        ...{ startedIp: actor.ip, startedTill: actor.till ?? null },
      }),
    },
  });
}

/** Batches that should be running, whether or not a worker is at it. */
export function findRunning(tx: SystemTx, limit: number): Promise<{ merchantId: string; batchId: string }[]> {
  return tx.$queryRaw`
    SELECT merchant_id::text AS "merchantId", id::text AS "batchId" FROM bulk_batches WHERE state = 'running'
    LIMIT ${limit}`;
}
