import type { MerchantId } from "@/lib/core/merchant-id";
import type { SystemTx } from "@/lib/platform/db";

/** Groups of merchants that have connected the same key. */
export async function listSharing(tx: SystemTx): Promise<string[][]> {
  const rows = await tx.$queryRaw<{ merchantIds: string[] }[]>`
    SELECT array_agg(DISTINCT merchant_id::text ORDER BY merchant_id::text) AS "merchantIds" FROM api_keys
    WHERE active_mode IS NOT NULL GROUP BY fingerprint HAVING count(DISTINCT merchant_id) > 1`;
  return rows.map(({ merchantIds }) => merchantIds);
}

/** Which of these merchant's active keys are active in another merchant too. */
export async function listShared(tx: SystemTx, merchantId: MerchantId): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT own.id::text AS id FROM api_keys own
    JOIN api_keys other ON other.fingerprint = own.fingerprint AND other.merchant_id <> own.merchant_id
      AND other.active_mode IS NOT NULL
    WHERE own.merchant_id = ${merchantId}::uuid AND own.active_mode IS NOT NULL`;
  return rows.map(({ id }) => id);
}
