import type { ListedItem } from "@/lib/domain/payment-links/sync/schema";
import type { MerchantTx } from "@/lib/platform/db";

/** Upstream named this id in its answer to our own POST, so that a sync need not look for it. */
export async function recordOwnUpstreamLink(
  tx: MerchantTx,
  record: { apiKeyId: string; upstreamId: string; url: string; active: boolean },
): Promise<void> {
  // A sync that saw it before has a newer `active`, but perhaps no address.
  await tx.upstreamLinkRecord.createMany({
    data: [{ merchantId: tx.merchantId, ...record }],
    skipDuplicates: true,
  });
  const { apiKeyId, upstreamId, url } = record;
  await tx.upstreamLinkRecord.updateMany({
    where: { merchantId: tx.merchantId, apiKeyId, upstreamId, url: null },
    data: { url },
  });
}

/** How many links of the key are known with an address. */
export function countKnown(tx: MerchantTx, apiKeyId: string): Promise<number> {
  return tx.upstreamLinkRecord.count({ where: { merchantId: tx.merchantId, apiKeyId, url: { not: null } } });
}

/** How many links are marked with a run, and how many of them are known with an address. */
export async function countMarked(
  tx: MerchantTx,
  apiKeyId: string,
  scanId: string,
): Promise<{ shown: number; known: number }> {
  const { _all: shown, url: known } = await tx.upstreamLinkRecord.count({
    where: { merchantId: tx.merchantId, apiKeyId, scanId },
    select: { _all: true, url: true },
  });
  return { shown, known };
}

/**
 * Inserts the links of a page that are new for this key, and answers their ids. Like the two below, it is written so
 * that the unique key is always used: with outdated statistics, a plain join reads all of the merchant's rows.
 */
export async function insertUpstreamLinks(
  tx: MerchantTx,
  apiKeyId: string,
  items: ListedItem[],
  scanId: string | null,
): Promise<Set<string>> {
  const [ids, urls, actives] = toColumns(items);
  const rows = await tx.$queryRaw<{ upstreamId: string }[]>`
    INSERT INTO link_sightings (merchant_id, api_key_id, upstream_id, url, active, scan_id)
    SELECT ${tx.merchantId}::uuid, ${apiKeyId}::uuid, item.id, item.url, item.active, ${scanId}::uuid
    FROM unnest(${ids}::text[], ${urls}::text[], ${actives}::boolean[]) AS item (id, url, active)
    ON CONFLICT DO NOTHING
    RETURNING upstream_id AS "upstreamId"`;
  return new Set(rows.map(({ upstreamId }) => upstreamId));
}

/**
 * Updates known upstream link records, and answers the ids of those that have changed. Values that are missing now stay
 * as they were.
 */
export async function updateUpstreamLinks(
  tx: MerchantTx,
  apiKeyId: string,
  items: ListedItem[],
): Promise<Set<string>> {
  const [ids, urls, actives] = toColumns(items);
  const rows = await tx.$queryRaw<{ upstreamId: string }[]>`
    INSERT INTO link_sightings AS seen (merchant_id, api_key_id, upstream_id, url, active)
    SELECT ${tx.merchantId}::uuid, ${apiKeyId}::uuid, item.id, item.url, item.active
    FROM unnest(${ids}::text[], ${urls}::text[], ${actives}::boolean[]) AS item (id, url, active)
    ON CONFLICT (merchant_id, api_key_id, upstream_id) DO UPDATE
    SET url = COALESCE(EXCLUDED.url, seen.url), active = COALESCE(EXCLUDED.active, seen.active)
    WHERE (seen.url, seen.active)
      IS DISTINCT FROM (COALESCE(EXCLUDED.url, seen.url), COALESCE(EXCLUDED.active, seen.active))
    RETURNING upstream_id AS "upstreamId"`;
  return new Set(rows.map(({ upstreamId }) => upstreamId));
}

/** Marks known upstream link records as seen by this run. */
export async function markUpstreamLinks(
  tx: MerchantTx,
  apiKeyId: string,
  upstreamIds: string[],
  scanId: string,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO link_sightings AS seen (merchant_id, api_key_id, upstream_id, scan_id)
    SELECT ${tx.merchantId}::uuid, ${apiKeyId}::uuid, item.id, ${scanId}::uuid
    FROM unnest(${upstreamIds}::text[]) AS item (id)
    ON CONFLICT (merchant_id, api_key_id, upstream_id) DO UPDATE SET scan_id = EXCLUDED.scan_id
    WHERE seen.scan_id IS DISTINCT FROM EXCLUDED.scan_id`;
}

/** Items as one array for each column, to unnest. */
export function toColumns(
  items: ListedItem[],
): [ids: string[], urls: (string | null)[], actives: (boolean | null)[]] {
  return [
    items.map(({ upstreamId }) => upstreamId),
    items.map(({ url }) => url),
    items.map(({ active }) => active),
  ];
}
