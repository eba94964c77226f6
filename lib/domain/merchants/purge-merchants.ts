import type { MerchantId } from "@/lib/core/merchant-id";
import { graceCutOff } from "@/lib/domain/members/schema";
import {
  beginPurge,
  deleteMerchantRow,
  deleteRows,
  listOverdue,
  tablesToEmpty,
} from "@/lib/domain/merchants/purge-store";
import { withPurge, withSystem } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

/** Rows in one transaction: some tenths of a second. */
const batch = 2_000;

export type Purged = { slug: string; rows: number };

/**
 * Removes for good what was deleted more than 30 days ago. May be stopped at any row and run again, by several at once;
 * each merchant that is gone leaves a line in the operator's log, its addresses, and the accounts of its people.
 * @param asMerchant makes the ids.
 * @returns how many are gone, and the slugs of those that could not be removed.
 */
export async function purgeDeleted({
  asMerchant,
  onPurged,
  signal,
}: {
  asMerchant: (id: string) => MerchantId;
  onPurged?: (purged: Purged) => void;
  signal?: AbortSignal;
}): Promise<{ purged: number; failed: string[] }> {
  const deletedBefore = graceCutOff();
  const overdue = await withSystem((tx) => listOverdue(tx, deletedBefore));
  const failed: string[] = [];
  let purged = 0;
  for (const merchant of overdue) {
    if (signal?.aborted) break;
    const { id: merchantId, slug, deletedAt } = merchant;
    try {
      const rows = await purge(asMerchant(merchantId), deletedBefore, signal);
      if (rows === null) continue;
      log().info({ code: "merchant_purged", merchantId, slug, deletedAt, rows });
      onPurged?.({ slug, rows });
      purged += 1;
    } catch (error) {
      // One merchant's trouble does not keep the others.
      log().error({ code: "merchant_purge_failed", merchantId, err: error });
      failed.push(slug);
    }
  }
  return { purged, failed };
}

/** How many rows of large tables were removed; null when it is not gone, or not by us. */
async function purge(
  merchantId: MerchantId,
  deletedBefore: Date,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  // Whoever has it back in this moment is first or is told that it is gone: both write the merchant's own row.
  if (!(await withPurge(merchantId, (tx) => beginPurge(tx, deletedBefore)))) return null;
  let rows = 0;
  for (const table of tablesToEmpty) {
    let count = batch;
    while (count === batch) {
      if (signal?.aborted) return null;
      count = await withPurge(merchantId, (tx) => deleteRows(tx, table, batch));
      rows += count;
    }
  }
  return (await withPurge(merchantId, deleteMerchantRow)) ? rows : null;
}
