import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import { type Mode, modes } from "@/lib/core/mode";
import type { ApiKeySummary } from "@/lib/domain/api-keys/schema";
import { chosenMerchant, type MerchantTx } from "@/lib/platform/db";
import type { Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

export type EncryptedApiKey = {
  id: string;
  mode: Mode;
  encrypted: Uint8Array<ArrayBuffer>;
  retryAfterAt: Date | null;
};

const sealedColumns = { id: true, mode: true, encrypted: true, retryAfterAt: true } as const;

const usableRow = z.object({ id: z.string() });

/** The id of the key with which links can be created in this mode. */
export function usableKeyRow(merchantId: MerchantId, mode: Mode): Statement<z.output<typeof usableRow>> {
  const sql = Prisma.sql`
    SELECT id FROM api_keys WHERE merchant_id = ${merchantId}::uuid AND active_mode = ${mode}::mode`;
  return { sql, row: usableRow };
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

const activeRow = z.object({
  id: z.string(),
  mode: z.enum(modes),
  encrypted: z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes)),
  retryAfterAt: z.date().nullable(),
}) satisfies z.ZodType<EncryptedApiKey>;

/** The active key that the chosen merchant has for a mode, as a statement. */
export function activeKeyRow(mode: Mode): Statement<EncryptedApiKey> {
  const sql = Prisma.sql`
    SELECT id, mode, sealed AS encrypted, quiet_until AS "retryAfterAt" FROM api_keys
    WHERE merchant_id = ${chosenMerchant} AND active_mode = ${mode}::mode`;
  return { sql, row: activeRow };
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
