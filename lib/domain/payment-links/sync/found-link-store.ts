import type { Mode } from "@/lib/core/mode";
import { wantsInactive } from "@/lib/domain/merchants/choose-inactive";
import type { ListedItem } from "@/lib/domain/payment-links/sync/schema";
import { toColumns } from "@/lib/domain/payment-links/sync/sync-store";
import type { MerchantTx } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/uuidv7";

export type FoundLink = { id: string; upstreamId: string };

/** Whether this key has unconfirmed links, so that an external link may be one of them. */
export async function hasUnconfirmed(tx: MerchantTx, apiKeyId: string): Promise<boolean> {
  const link = await tx.paymentLink.findFirst({
    where: { merchantId: tx.merchantId, apiKeyId, state: { in: ["sending", "unknown"] } },
    select: { id: true },
  });
  return link !== null;
}

/**
 * Inserts an external link for each upstream link that has no row. One without an address gets none, because there is
 * nothing to show.
 * @param isDismissed whether they count as dismissed from the beginning, so that the inbox does not show them.
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

/** Updates `active` of links, and answers those for which it has changed. */
export async function followActive(tx: MerchantTx, mode: Mode, items: ListedItem[]): Promise<TurnedLink[]> {
  const turned: TurnedLink[] = [];
  const others = await findOthers(tx, mode, items);
  const asks = others.some(({ active }) => !active) && (await wantsInactive(tx));
  for (const { id, active, before } of others) {
    const isTurned = before !== null;
    const marks = active
      ? { inactiveAt: null }
      : // A person who had dismissed it hears of it again, unless the merchant wants to hear of none.
        { inactiveAt: new Date(), dismissedAt: asks ? null : new Date() };
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
  // One index lookup for each item; a join may read all of the merchant's rows.
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
