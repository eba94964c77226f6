import type { LinkView } from "@/lib/core/link-view";
import { findBatch, findSameTable, listBatches } from "@/lib/domain/payment-links/bulk/batch-store";
import { countRows, listRows, type RowFilter, sumRows } from "@/lib/domain/payment-links/bulk/row-store";
import type { Batch, BatchCounts, BatchRow } from "@/lib/domain/payment-links/bulk/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import { withMerchant } from "@/lib/platform/db";

export type BatchSummary = { batch: Batch; counts: BatchCounts };

/** How many batches the page lists. */
const listed = 20;

export function getBatches(view: LinkView): Promise<BatchSummary[]> {
  return withMerchant(view.merchantId, async (tx) => {
    const summaries: BatchSummary[] = [];
    for (const batch of await listBatches(tx, view, listed)) {
      summaries.push({ batch, counts: await countRows(tx, batch.id) });
    }
    return summaries;
  });
}

/** A batch that was not started yet has more to be looked at. */
export type DraftSummary = BatchSummary & {
  /** When the same table was started before. */
  sameTable: { id: string; startedAt: Date } | null;
  /** What its links add up to, by currency. */
  sums: { currency: CurrencyCode; amountMinor: number }[];
};

export function getBatch(view: LinkView, id: string): Promise<DraftSummary | null> {
  return withMerchant(view.merchantId, async (tx) => {
    const batch = await findBatch(tx, view, id);
    if (!batch) return null;
    const isDraft = batch.state === "draft";
    const sameTable = isDraft ? await findSameTable(tx, id) : null;
    const sums = isDraft ? await sumRows(tx, id) : [];
    return { batch, counts: await countRows(tx, id), sameTable, sums };
  });
}

/** Rows of a batch that the person may see, in the order of the file. */
export function getRows(
  view: LinkView,
  id: string,
  query: { filter?: RowFilter; after?: number; limit: number },
): Promise<BatchRow[]> {
  return withMerchant(view.merchantId, async (tx) =>
    (await findBatch(tx, view, id)) ? listRows(tx, id, query) : [],
  );
}
