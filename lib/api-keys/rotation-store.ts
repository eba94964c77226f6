import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";

type Bytes = Uint8Array<ArrayBuffer>;

/** A sealed key of any merchant. The ids are plain: whoever walks over merchants makes a MerchantId of one. */
export type SealedPlace = { merchantId: string; id: string };

/** Keys under another master key than the active one, after a place, in a fixed order. */
export function listUnderOldKeys(
  tx: Tx,
  masterKeyId: string,
  after: SealedPlace,
  limit: number,
): Promise<SealedPlace[]> {
  return tx.$queryRaw<SealedPlace[]>`
    SELECT merchant_id::text AS "merchantId", id::text AS id FROM api_keys
    WHERE master_key_id <> ${masterKeyId} AND wiped_at IS NULL
      AND (merchant_id, id) > (${after.merchantId}::uuid, ${after.id}::uuid)
    ORDER BY merchant_id, id LIMIT ${limit}`;
}

export async function countUnderOldKeys(tx: Tx, masterKeyId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::float8 AS count FROM api_keys WHERE master_key_id <> ${masterKeyId} AND wiped_at IS NULL`;
  return row?.count ?? 0;
}

export async function findSealed(tx: Tx, merchantId: MerchantId, id: string): Promise<Bytes | null> {
  const row = await tx.apiKey.findFirst({
    where: { merchantId, id, wipedAt: null },
    select: { sealed: true },
  });
  return row?.sealed ?? null;
}

/** Whether it was replaced: not when it has changed since it was read. */
export async function replaceSealed(
  tx: Tx,
  merchantId: MerchantId,
  id: string,
  { from, to, masterKeyId }: { from: Bytes; to: Bytes; masterKeyId: string },
): Promise<boolean> {
  const { count } = await tx.apiKey.updateMany({
    where: { merchantId, id, sealed: from },
    data: { sealed: to, masterKeyId },
  });
  return count === 1;
}
