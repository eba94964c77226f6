import type { MerchantId } from "@/lib/core/merchant-id";
import type { Mode } from "@/lib/core/mode";
import type { MerchantTx, SystemTx } from "@/lib/platform/db";
import type { Sql } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

export type KeyFacts = { id: string; mode: Mode; last4: string };

/** Stores that upstream refuses an active key. Null when that was stored before, or the key is not active. */
export async function markFailing(tx: MerchantTx, id: string): Promise<KeyFacts | null> {
  const [key] = await tx.apiKey.updateManyAndReturn({
    where: { merchantId: tx.merchantId, id, activeMode: { not: null }, failingSince: null },
    data: { failingSince: new Date() },
    select: { id: true, mode: true, last4: true },
  });
  return key ?? null;
}

/** Stores that upstream accepts the key again. Null when it had not been refused. */
export async function clearFailing(tx: MerchantTx, id: string): Promise<KeyFacts | null> {
  const [key] = await tx.apiKey.updateManyAndReturn({
    where: { merchantId: tx.merchantId, id, failingSince: { not: null } },
    data: { failingSince: null },
    select: { id: true, mode: true, last4: true },
  });
  return key ?? null;
}

/** Stores until when upstream wants no requests, unless an earlier answer asked for longer. */
export async function setRetryAfter(tx: MerchantTx, id: string, until: Date): Promise<void> {
  await tx.apiKey.updateMany({
    where: { merchantId: tx.merchantId, id, OR: [{ retryAfterAt: null }, { retryAfterAt: { lt: until } }] },
    data: { retryAfterAt: until },
  });
}

export async function isFailing(tx: MerchantTx, mode: Mode): Promise<boolean> {
  const row = await tx.apiKey.findFirst({
    where: { merchantId: tx.merchantId, activeMode: mode, failingSince: { not: null } },
    select: { id: true },
  });
  return row !== null;
}

/** The modes whose keys upstream refuses, as part of a statement about the merchant with this id. */
export function listFailingModes(merchantId: Sql): Sql {
  return Prisma.sql`ARRAY(SELECT active_mode::text FROM api_keys
    WHERE merchant_id = ${merchantId} AND failing_since IS NOT NULL AND active_mode IS NOT NULL)`;
}

/** Whether upstream refused this key at its last answer, as part of a statement. */
export function wasRefused(merchantId: MerchantId, id: string): Sql {
  return Prisma.sql`EXISTS (SELECT FROM api_keys
    WHERE merchant_id = ${merchantId}::uuid AND id = ${id}::uuid AND failing_since IS NOT NULL)`;
}

/** Retires the key of a mode and erases its encrypted bytes. Null when there was none. */
export async function retireAndWipe(tx: MerchantTx, mode: Mode): Promise<KeyFacts | null> {
  const now = new Date();
  const [key] = await tx.apiKey.updateManyAndReturn({
    where: { merchantId: tx.merchantId, activeMode: mode },
    data: { activeMode: null, disconnectedAt: now, wipedAt: now, encrypted: new Uint8Array() },
    select: { id: true, mode: true, last4: true },
  });
  return key ?? null;
}

/** Erases the encrypted bytes of retired keys that may no longer be decrypted, and answers how many. */
export async function wipeOverdue(tx: MerchantTx): Promise<number> {
  const now = new Date();
  const { count } = await tx.apiKey.updateMany({
    where: {
      merchantId: tx.merchantId,
      activeMode: null,
      wipedAt: null,
      OR: [{ decryptableUntil: null }, { decryptableUntil: { lte: now } }],
    },
    data: { encrypted: new Uint8Array(), wipedAt: now },
  });
  return count;
}

/** Merchants with such keys. */
export async function listMerchantsToWipe(tx: SystemTx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ merchantId: string }[]>`
    SELECT DISTINCT merchant_id::text AS "merchantId" FROM api_keys
    WHERE active_mode IS NULL AND wiped_at IS NULL AND (opens_until IS NULL OR opens_until <= now())`;
  return rows.map(({ merchantId }) => merchantId);
}
