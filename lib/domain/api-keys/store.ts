import type { Mode } from "@/lib/core/mode";
import type { ApiKeySummary } from "@/lib/domain/api-keys/schema";
import type { MerchantTx } from "@/lib/platform/db";

export type EncryptedApiKey = {
  id: string;
  mode: Mode;
  encrypted: Uint8Array<ArrayBuffer>;
  retryAfterAt: Date | null;
};

const sealedColumns = { id: true, mode: true, encrypted: true, retryAfterAt: true } as const;

/** Whether links can be created in this mode. */
export async function hasActiveKey(tx: MerchantTx, mode: Mode): Promise<boolean> {
  return (await tx.apiKey.count({ where: { merchantId: tx.merchantId, activeMode: mode } })) > 0;
}

export async function listActiveKeys(tx: MerchantTx): Promise<ApiKeySummary[]> {
  const rows = await tx.apiKey.findMany({
    where: { merchantId: tx.merchantId, activeMode: { not: null } },
    orderBy: { mode: "asc" },
    select: {
      id: true,
      mode: true,
      last4: true,
      connectedAt: true,
      failingSince: true,
      connectedBy: { select: { user: { select: { name: true } } } },
    },
  });
  return rows.map(({ connectedBy, ...key }) => ({ ...key, connectedBy: connectedBy.user.name }));
}

export function findActiveKey(tx: MerchantTx, mode: Mode): Promise<EncryptedApiKey | null> {
  return tx.apiKey.findFirst({
    where: { merchantId: tx.merchantId, activeMode: mode },
    select: sealedColumns,
  });
}

/** The key if it is still active, or was replaced so recently that it may still be decrypted. */
export function findDecryptableKey(tx: MerchantTx, id: string): Promise<EncryptedApiKey | null> {
  return tx.apiKey.findFirst({
    where: {
      merchantId: tx.merchantId,
      id,
      wipedAt: null,
      OR: [{ activeMode: { not: null } }, { decryptableUntil: { gt: new Date() } }],
    },
    select: sealedColumns,
  });
}

/** Locks the merchant's keys: others who connect one wait until the transaction ends. */
export async function lockKeys(tx: MerchantTx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`api_keys:${tx.merchantId}`}, 0))`;
}

/**
 * Retires the active key of a mode, and answers whether there was one. Its row stays because links refer to it, and for
 * `overlapMs` it can still be decrypted for the links sent with it.
 */
export async function retireActiveKey(tx: MerchantTx, mode: Mode, overlapMs: number): Promise<boolean> {
  const now = Date.now();
  const { count } = await tx.apiKey.updateMany({
    where: { merchantId: tx.merchantId, activeMode: mode },
    data: {
      activeMode: null,
      disconnectedAt: new Date(now),
      decryptableUntil: new Date(now + overlapMs),
      failingSince: null,
    },
  });
  return count > 0;
}

export async function insertActiveKey(
  tx: MerchantTx,
  key: {
    id: string;
    mode: Mode;
    last4: string;
    encrypted: Uint8Array<ArrayBuffer>;
    masterKeyId: string;
    fingerprint: Uint8Array<ArrayBuffer>;
    connectedById: string;
  },
): Promise<void> {
  await tx.apiKey.create({
    data: { merchantId: tx.merchantId, activeMode: key.mode, ...key },
    select: { id: true },
  });
}
