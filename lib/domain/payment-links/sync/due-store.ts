import type { SystemTx } from "@/lib/platform/db";

/** A key whose list should be read. The ids are plain text; the job makes a MerchantId. */
export type DueKey = { merchantId: string; apiKeyId: string };

/** Active keys of enabled merchants whose sync is due and that no worker is reading, the longest due first. */
export function findDueKeys(tx: SystemTx, limit: number): Promise<DueKey[]> {
  return tx.$queryRaw<DueKey[]>`
    SELECT api_keys.merchant_id AS "merchantId", api_keys.id AS "apiKeyId"
    FROM api_keys
    JOIN merchants ON merchants.merchant_id = api_keys.merchant_id AND merchants.disabled_at IS NULL
    LEFT JOIN key_syncs
      ON key_syncs.merchant_id = api_keys.merchant_id AND key_syncs.api_key_id = api_keys.id
    WHERE api_keys.active_mode IS NOT NULL
      AND (key_syncs.next_due_at IS NULL OR key_syncs.next_due_at <= now())
      AND (key_syncs.lease_until IS NULL OR key_syncs.lease_until <= now())
    ORDER BY key_syncs.next_due_at NULLS FIRST
    LIMIT ${limit}`;
}

/** Enabled merchants with links whose lease has expired. */
export async function findMerchantsWithExpiredLeases(tx: SystemTx, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ merchantId: string }[]>`
    SELECT DISTINCT payment_links.merchant_id AS "merchantId"
    FROM payment_links
    JOIN merchants ON merchants.merchant_id = payment_links.merchant_id AND merchants.disabled_at IS NULL
    WHERE payment_links.in_doubt AND payment_links.state = 'sending' AND payment_links.lease_until < now()
    LIMIT ${limit}`;
  return rows.map(({ merchantId }) => merchantId);
}

export type Backlog = { sending: number; unknown: number; oldestSeconds: number; syncLagSeconds: number };

/** What waits for an outcome or for a sync, across all merchants. It reads only what is pending. */
export async function findBacklog(tx: SystemTx): Promise<Backlog> {
  const [row] = await tx.$queryRaw<Backlog[]>`
      SELECT count(*) FILTER (WHERE state = 'sending')::int AS sending,
        count(*) FILTER (WHERE state = 'unknown')::int AS unknown,
        coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS "oldestSeconds",
        (SELECT coalesce(greatest(extract(epoch FROM now() - min(key_syncs.next_due_at)), 0), 0)::float8
         FROM key_syncs
         JOIN api_keys ON api_keys.merchant_id = key_syncs.merchant_id AND api_keys.id = key_syncs.api_key_id
         WHERE api_keys.active_mode IS NOT NULL) AS "syncLagSeconds"
      FROM payment_links WHERE in_doubt`;
  return row ?? { sending: 0, unknown: 0, oldestSeconds: 0, syncLagSeconds: 0 };
}
