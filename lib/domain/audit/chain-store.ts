import type { LoggedEvent } from "@/lib/domain/audit/hash-chain";
import type { MerchantTx, SystemTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

type Bytes = Uint8Array<ArrayBuffer>;
export type StoredHead = { count: number; hash: Bytes; mac: Bytes; keyCheck: Bytes };
export type StoredEvent = LoggedEvent & { requestId: string | null; mac: Bytes | null };
export type StoredSeal = { seq: number; eventId: string; prevHash: Bytes; hash: Bytes };

const eventColumns = Prisma.sql`e.id::text, e.at, e.actor_id::text AS "actorId", e.action,
  e.target_id AS "targetId", e.details, e.ip, e.request_id AS "requestId", e.mac`;

/**
 * The end of the chain, locked until the transaction ends. Null when there is none, or another transaction has locked
 * it.
 */
export async function lockHead(tx: MerchantTx, waits: boolean): Promise<StoredHead | null> {
  const lock = waits ? Prisma.sql`FOR UPDATE` : Prisma.sql`FOR UPDATE SKIP LOCKED`;
  const [head] = await tx.$queryRaw<StoredHead[]>`
    SELECT count::float8 AS count, hash, mac, key_check AS "keyCheck" FROM audit_heads
    WHERE merchant_id = ${tx.merchantId}::uuid ${lock}`;
  return head ?? null;
}

export async function findHead(tx: MerchantTx): Promise<StoredHead | null> {
  const head = await tx.auditHead.findFirst({
    where: { merchantId: tx.merchantId },
    select: { count: true, hash: true, mac: true, keyCheck: true },
  });
  return head && { ...head, count: Number(head.count) };
}

/** Begins the chain. Answers false when the merchant already has one. */
export async function insertHead(tx: MerchantTx, head: StoredHead): Promise<boolean> {
  const { count } = await tx.auditHead.createMany({
    data: [{ merchantId: tx.merchantId, ...head }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Events that are not in the chain yet, oldest first. */
export function listWaiting(tx: MerchantTx, limit: number): Promise<StoredEvent[]> {
  return tx.$queryRaw<StoredEvent[]>`
    SELECT ${eventColumns} FROM audit_waiting w
    JOIN audit_events e ON e.merchant_id = w.merchant_id AND e.id = w.event_id
    WHERE w.merchant_id = ${tx.merchantId}::uuid ORDER BY w.event_id LIMIT ${limit}`;
}

export async function forgetWaiting(tx: MerchantTx, ids: string[]): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM audit_waiting WHERE merchant_id = ${tx.merchantId}::uuid AND event_id = ANY(${ids}::uuid[])`;
}

/** Appends events to the chain and moves its end. */
export async function appendSeals(tx: MerchantTx, seals: StoredSeal[], head: StoredHead): Promise<void> {
  // Arrays instead of one parameter for each value: with many parameters most of the time is spent in Prisma.
  const hex = (bytes: Bytes) => Buffer.from(bytes).toString("hex");
  await tx.$executeRaw`
    INSERT INTO audit_seals (merchant_id, seq, event_id, prev_hash, hash)
    SELECT ${tx.merchantId}::uuid, seq, event_id, decode(prev_hash, 'hex'), decode(hash, 'hex')
    FROM unnest(${seals.map(({ seq }) => seq)}::bigint[], ${seals.map(({ eventId }) => eventId)}::uuid[],
      ${seals.map(({ prevHash }) => hex(prevHash))}::text[], ${seals.map(({ hash }) => hex(hash))}::text[])
      AS seals (seq, event_id, prev_hash, hash)`;
  await updateHead(tx, head);
}

export async function updateHead(tx: MerchantTx, head: StoredHead): Promise<void> {
  await tx.auditHead.updateMany({
    where: { merchantId: tx.merchantId },
    data: { ...head, count: BigInt(head.count), sealedAt: new Date() },
  });
}

export type SealedEvent = StoredSeal & { event: StoredEvent | null };

/** Links of the chain after a place, in order, each with its event; null for an event that is gone. */
export async function listSeals(
  tx: MerchantTx,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<SealedEvent[]> {
  const rows = await tx.$queryRaw<(StoredSeal & Omit<StoredEvent, "id"> & { id: string | null })[]>`
    SELECT s.seq::float8 AS seq, s.event_id::text AS "eventId", s.prev_hash AS "prevHash", s.hash,
      ${eventColumns}
    FROM audit_seals s LEFT JOIN audit_events e ON e.merchant_id = s.merchant_id AND e.id = s.event_id
    WHERE s.merchant_id = ${tx.merchantId}::uuid AND s.seq > ${after} AND s.seq <= ${upTo}
    ORDER BY s.seq LIMIT ${limit}`;
  return rows.map(({ seq, eventId, prevHash, hash, id, ...event }) => ({
    seq,
    eventId,
    prevHash,
    hash,
    event: id === null ? null : { id, ...event },
  }));
}

/** Events that are not in the chain, and whether they are in the queue for it. */
export function listUnsealed(
  tx: MerchantTx,
  limit: number,
): Promise<(StoredEvent & { isWaiting: boolean })[]> {
  return tx.$queryRaw`
    SELECT ${eventColumns}, w.event_id IS NOT NULL AS "isWaiting" FROM audit_events e
    LEFT JOIN audit_seals s ON s.merchant_id = e.merchant_id AND s.event_id = e.id
    LEFT JOIN audit_waiting w ON w.merchant_id = e.merchant_id AND w.event_id = e.id
    WHERE e.merchant_id = ${tx.merchantId}::uuid AND s.event_id IS NULL LIMIT ${limit}`;
}

/** Ids in the queue for events that are gone. */
export async function listLost(tx: MerchantTx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT w.event_id::text AS id FROM audit_waiting w
    LEFT JOIN audit_events e ON e.merchant_id = w.merchant_id AND e.id = w.event_id
    WHERE w.merchant_id = ${tx.merchantId}::uuid AND e.id IS NULL LIMIT 1000`;
  return rows.map(({ id }) => id);
}

/** Links after the end of the chain. There must be none. */
export function listBeyondEnd(tx: MerchantTx): Promise<{ seq: number; eventId: string }[]> {
  return tx.$queryRaw`
    SELECT s.seq::float8 AS seq, s.event_id::text AS "eventId" FROM audit_seals s
    WHERE s.merchant_id = ${tx.merchantId}::uuid AND s.seq > coalesce(
      (SELECT count FROM audit_heads h WHERE h.merchant_id = ${tx.merchantId}::uuid), 0)
    ORDER BY s.seq LIMIT 1000`;
}

/** Merchants with events that are not in the chain yet, for the worker. */
export async function listMerchantsWaiting(tx: SystemTx): Promise<string[]> {
  // One id for each merchant: the role may read no other column, and there can be many rows.
  const rows = await tx.$queryRaw<{ merchantId: string }[]>`
    SELECT DISTINCT merchant_id::text AS "merchantId" FROM audit_waiting`;
  return rows.map(({ merchantId }) => merchantId);
}
