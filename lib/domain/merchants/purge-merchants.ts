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

/** Rows removed in one transaction, which takes some tenths of a second. */
const batch = 2_000;

export type Purged = { slug: string; rows: number };

/**
 * Removes merchants for good that were deleted more than 30 days ago. It can be interrupted at any row and run again,
 * also by several processes at once. What stays of each merchant is a line in the operator's log, its slugs, and the
 * accounts of its people.
 * @param asMerchant makes the ids.
 * @returns how many were removed, and the slugs of those that could not be.
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
      // If one merchant cannot be removed, the others still are.
      log().error({ code: "merchant_purge_failed", merchantId, err: error });
      failed.push(slug);
    }
  }
  return { purged, failed };
}

/** How many rows were removed from large tables; null when this process did not remove the merchant. */
async function purge(
  merchantId: MerchantId,
  deletedBefore: Date,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  // When an owner reopens the merchant at this moment, one of the two waits for the other, because both write its row.
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
