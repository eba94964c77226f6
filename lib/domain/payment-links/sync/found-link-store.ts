import type { Mode } from "@/lib/core/mode";
import type { ListedItem } from "@/lib/domain/payment-links/sync/schema";
import { toColumns } from "@/lib/domain/payment-links/sync/sync-store";
import type { MerchantTx } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";

export type FoundLink = { id: string; upstreamId: string };

/** Whether a link of this key is unconfirmed, so that one that was made elsewhere may be it. */
export async function hasUnconfirmed(tx: MerchantTx, apiKeyId: string): Promise<boolean> {
  const link = await tx.paymentLink.findFirst({
    where: { merchantId: tx.merchantId, apiKeyId, state: { in: ["sending", "unknown"] } },
    select: { id: true },
  });
  return link !== null;
}

/**
 * Gives each link that has no row one, as made elsewhere. One without an address gets none: there would be nothing to
 * show.
 * @param isDismissed as a person would put it aside, so that nobody is asked about it.
 */
export async function insertFound(
  tx: MerchantTx,
  {
    apiKeyId,
    mode,
    items,
    isDismissed,
  }: { apiKeyId: string; mode: Mode; items: ListedItem[]; isDismissed: boolean },
): Promise<FoundLink[]> {
  const shown = items.filter(({ url }) => url !== null);
  if (shown.length === 0) return [];
  const [ids, urls, actives] = toColumns(shown);
  const rowIds = shown.map(() => uuidv7());
  return tx.$queryRaw<FoundLink[]>`
    INSERT INTO payment_links
      (merchant_id, id, mode, state, origin, api_key_id, upstream_id, url, active, dismissed_at)
    SELECT ${tx.merchantId}::uuid, item.row_id, ${mode}::mode, 'ready', 'external', ${apiKeyId}::uuid, item.id,
      item.url, item.active, CASE WHEN ${isDismissed}::boolean THEN now() END
    FROM unnest(${rowIds}::uuid[], ${ids}::text[], ${urls}::text[], ${actives}::boolean[])
      AS item (row_id, id, url, active)
    ON CONFLICT (merchant_id, mode, upstream_id) DO NOTHING
    RETURNING id, upstream_id AS "upstreamId"`;
}

export type TurnedLink = { id: string; active: boolean };

/** Brings `active` of rows up to date, and answers those that were known to be otherwise. */
export async function followActive(tx: MerchantTx, mode: Mode, items: ListedItem[]): Promise<TurnedLink[]> {
  const turned: TurnedLink[] = [];
  for (const { id, active, before } of await findOthers(tx, mode, items)) {
    const isTurned = before !== null;
    const marks = active
      ? { inactiveAt: null }
      : // A person who had put it aside hears of it again.
        { inactiveAt: new Date(), dismissedAt: null };
    const { count } = await tx.paymentLink.updateMany({
      where: { merchantId: tx.merchantId, id, active: before },
      data: { active, ...(isTurned && marks) },
    });
    if (isTurned && count === 1) turned.push({ id, active });
  }
  return turned;
}

function findOthers(
  tx: MerchantTx,
  mode: Mode,
  items: ListedItem[],
): Promise<{ id: string; active: boolean; before: boolean | null }[]> {
  const withActive = items.filter(({ active }) => active !== null);
  const [ids, , actives] = toColumns(withActive);
  // One look for each, not a join that reads all of the merchant's rows.
  return tx.$queryRaw`
    SELECT link.id, item.active, link.active AS before
    FROM unnest(${ids}::text[], ${actives}::boolean[]) AS item (id, active)
    CROSS JOIN LATERAL (
      SELECT id, active FROM payment_links
      WHERE merchant_id = ${tx.merchantId}::uuid AND mode = ${mode}::mode AND upstream_id = item.id
      LIMIT 1
    ) AS link
    WHERE link.active IS DISTINCT FROM item.active`;
}
