import type { MerchantTx, SystemTx } from "@/lib/platform/db";

type Bytes = Uint8Array<ArrayBuffer>;

/** An encrypted key of any merchant. Its ids are plain text; the caller makes a MerchantId of one. */
export type EncryptedPlace = { merchantId: string; id: string };

/** Keys that are encrypted with another master key than the active one, in a fixed order, after a given one. */
export function listUnderOldKeys(
  tx: SystemTx,
  masterKeyId: string,
  after: EncryptedPlace,
  limit: number,
): Promise<EncryptedPlace[]> {
  return tx.$queryRaw<EncryptedPlace[]>`
    SELECT merchant_id::text AS "merchantId", id::text AS id FROM api_keys
    WHERE master_key_id <> ${masterKeyId} AND wiped_at IS NULL
      AND (merchant_id, id) > (${after.merchantId}::uuid, ${after.id}::uuid)
    ORDER BY merchant_id, id LIMIT ${limit}`;
}

export async function countUnderOldKeys(tx: SystemTx, masterKeyId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::float8 AS count FROM api_keys WHERE master_key_id <> ${masterKeyId} AND wiped_at IS NULL`;
  return row?.count ?? 0;
}

export async function findEncrypted(tx: MerchantTx, id: string): Promise<Bytes | null> {
  const row = await tx.apiKey.findFirst({
    where: { merchantId: tx.merchantId, id, wipedAt: null },
    select: { encrypted: true },
  });
  return row?.encrypted ?? null;
}

/** Answers whether it was replaced; it is not if it has changed since it was read. */
export async function replaceEncrypted(
  tx: MerchantTx,
  id: string,
  { from, to, masterKeyId }: { from: Bytes; to: Bytes; masterKeyId: string },
): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({
    where: { merchantId: tx.merchantId, id, encrypted: from },
    data: { encrypted: to, masterKeyId },
  });
  return count === 1;
}

export async function updateFingerprint(tx: MerchantTx, id: string, fingerprint: Bytes): Promise<void> {
  await tx.apiKey.updateMany({ where: { merchantId: tx.merchantId, id }, data: { fingerprint } });
}
