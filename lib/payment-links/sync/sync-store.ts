import type { Tx } from "@/lib/db";
import type { MerchantId } from "@/lib/merchant-id";
import type { Mode } from "@/lib/mode";
import type { ListedItem } from "@/lib/payment-links/sync/schema";
import { uuidv7 } from "@/lib/uuid";

/** Upstream named this id in its answer to our own POST, so a sync need not look for it. */
export async function recordOwnSighting(
  tx: Tx,
  merchantId: MerchantId,
  sighting: { apiKeyId: string; upstreamId: string; url: string; active: boolean },
): Promise<void> {
  // A sync that has seen it already knows its `active` better.
  await tx.linkSighting.createMany({ data: [{ merchantId, ...sighting }], skipDuplicates: true });
}

export function countSightings(tx: Tx, merchantId: MerchantId, apiKeyId: string): Promise<number> {
  return tx.linkSighting.count({ where: { merchantId, apiKeyId } });
}

export function countMarked(
  tx: Tx,
  merchantId: MerchantId,
  apiKeyId: string,
  scanId: string,
): Promise<number> {
  return tx.linkSighting.count({ where: { merchantId, apiKeyId, scanId } });
}

/**
 * Writes down what one page showed, and answers how many ids are new for this key. `scanId` marks them; null leaves
 * their marks as they are.
 */
export async function recordSightings(
  tx: Tx,
  merchantId: MerchantId,
  { apiKeyId, items, scanId }: { apiKeyId: string; items: ListedItem[]; scanId: string | null },
): Promise<number> {
  const [ids, urls, actives] = columnsOf(items);
  const inserted = await tx.$executeRaw`
    INSERT INTO link_sightings (merchant_id, api_key_id, upstream_id, url, active, scan_id)
    SELECT ${merchantId}::uuid, ${apiKeyId}::uuid, item.id, item.url, item.active, ${scanId}::uuid
    FROM unnest(${ids}::text[], ${urls}::text[], ${actives}::boolean[]) AS item (id, url, active)
    ON CONFLICT DO NOTHING`;
  if (inserted === items.length) return inserted;
  // What upstream leaves out now it may have told before.
  await tx.$executeRaw`
    UPDATE link_sightings AS seen
    SET url = COALESCE(item.url, seen.url), active = COALESCE(item.active, seen.active),
      scan_id = COALESCE(${scanId}::uuid, seen.scan_id)
    FROM unnest(${ids}::text[], ${urls}::text[], ${actives}::boolean[]) AS item (id, url, active)
    WHERE seen.merchant_id = ${merchantId}::uuid AND seen.api_key_id = ${apiKeyId}::uuid
      AND seen.upstream_id = item.id
      AND (seen.url, seen.active, seen.scan_id) IS DISTINCT FROM
        (COALESCE(item.url, seen.url), COALESCE(item.active, seen.active), COALESCE(${scanId}::uuid, seen.scan_id))`;
  return inserted;
}

/** A row of a link that was not there, and rows whose `active` is another now. */
export type LinkChanges = {
  found: { id: string; upstreamId: string }[];
  turned: { id: string; active: boolean }[];
};

/**
 * Gives each link of a page that has no row one, as made elsewhere, and brings `active` of the others up to date. One
 * without an address gets no row: there would be nothing to show. What was there before the key came here is history,
 * not news, and is put aside at once, unless it may be a link of ours that is still in doubt.
 */
export async function followLinks(
  tx: Tx,
  merchantId: MerchantId,
  { apiKeyId, mode, items, isNews }: { apiKeyId: string; mode: Mode; items: ListedItem[]; isNews: boolean },
): Promise<LinkChanges> {
  const [ids, urls, actives] = columnsOf(items);
  const rowIds = items.map(() => uuidv7());
  const found = await tx.$queryRaw<LinkChanges["found"]>`
    INSERT INTO payment_links
      (merchant_id, id, mode, state, origin, api_key_id, upstream_id, url, active, dismissed_at)
    SELECT ${merchantId}::uuid, item.row_id, ${mode}::mode, 'ready', 'external', ${apiKeyId}::uuid, item.id,
      item.url, item.active,
      CASE WHEN NOT ${isNews}::boolean AND NOT EXISTS (
        SELECT FROM payment_links AS doubt
        WHERE doubt.merchant_id = ${merchantId}::uuid AND doubt.api_key_id = ${apiKeyId}::uuid
          AND doubt.state IN ('sending', 'unknown')
      ) THEN now() END
    FROM unnest(${rowIds}::uuid[], ${ids}::text[], ${urls}::text[], ${actives}::boolean[])
      AS item (row_id, id, url, active)
    WHERE item.url IS NOT NULL AND NOT EXISTS (
      SELECT FROM payment_links AS known
      WHERE known.merchant_id = ${merchantId}::uuid AND known.mode = ${mode}::mode AND known.upstream_id = item.id
    )
    ON CONFLICT (merchant_id, mode, upstream_id) DO NOTHING
    RETURNING id, upstream_id AS "upstreamId"`;
  if (found.length === items.length) return { found, turned: [] };
  const turned = await tx.$queryRaw<LinkChanges["turned"]>`
    WITH item AS (
      SELECT * FROM unnest(${ids}::text[], ${actives}::boolean[]) AS item (id, active) WHERE active IS NOT NULL
    ), filled AS (
      UPDATE payment_links AS link SET active = item.active FROM item
      WHERE link.merchant_id = ${merchantId}::uuid AND link.mode = ${mode}::mode AND link.upstream_id = item.id
        AND link.active IS NULL
    )
    UPDATE payment_links AS link
    SET active = item.active, inactive_at = CASE WHEN item.active THEN NULL ELSE now() END,
      dismissed_at = CASE WHEN item.active THEN link.dismissed_at END
    FROM item
    WHERE link.merchant_id = ${merchantId}::uuid AND link.mode = ${mode}::mode AND link.upstream_id = item.id
      AND link.active = NOT item.active
    RETURNING link.id, link.active`;
  return { found, turned };
}

type Columns = [ids: string[], urls: (string | null)[], actives: (boolean | null)[]];

function columnsOf(items: ListedItem[]): Columns {
  return [
    items.map(({ upstreamId }) => upstreamId),
    items.map(({ url }) => url),
    items.map(({ active }) => active),
  ];
}
