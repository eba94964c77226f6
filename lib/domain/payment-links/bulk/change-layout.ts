import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { findBatch, lockBatch, updateLayout } from "@/lib/domain/payment-links/bulk/batch-store";
import { checkRows } from "@/lib/domain/payment-links/bulk/check-rows";
import { listCells, replaceRows } from "@/lib/domain/payment-links/bulk/row-store";
import type { Batch, BulkFailure, ColumnRole, Layout } from "@/lib/domain/payment-links/bulk/schema";
import { withMerchant } from "@/lib/platform/db";

/** Reads a draft's table in another way, and checks all its rows again. */
export async function changeLayout(
  view: LinkView,
  { id, version, layout: chosen }: { id: string; version: number; layout: Layout },
): Promise<Result<void, BulkFailure>> {
  const wrong = checkLayout(chosen);
  if (wrong) return fail({ code: wrong });
  const found = await withMerchant(view.merchantId, async (tx) => ({
    batch: await findBatch(tx, view, id),
    rows: await listCells(tx, id),
  }));
  const state = isDraft(found.batch, version);
  if (!state.ok) return state;
  const { header, notes } = state.value;
  const { country, takenTotals } = state.value.layout;
  const layout = { ...chosen, country, takenTotals };
  // The row that named the columns was left out; whether there is one may be what changes.
  const all = header ? [{ place: notes.firstPlace, cells: header }, ...found.rows] : found.rows;
  const [first, ...rest] = all;
  const newHeader = layout.hasHeader && first ? first.cells : null;
  const checked = await checkRows(newHeader ? rest : all, layout);
  return withMerchant(view.merchantId, async (tx) => {
    await lockBatch(tx, id);
    const still = isDraft(await findBatch(tx, view, id), version);
    if (!still.ok) return still;
    await updateLayout(tx, id, { layout, header: newHeader });
    await replaceRows(tx, id, checked);
    return ok(undefined);
  });
}

/** A batch has one column with amounts, at most one with currencies, and at least one with descriptions. */
export function checkLayout({ columns }: Layout): BulkFailure["code"] | null {
  const count = (role: ColumnRole) => columns.filter((found) => found === role).length;
  if (count("amount") > 1 || count("currency") > 1) return "bulk_column_twice";
  return count("amount") === 0 || count("description") === 0 ? "bulk_column_missing" : null;
}

function isDraft(batch: Batch | null, version: number): Result<Batch, BulkFailure> {
  if (!batch) return fail({ code: "bulk_gone" });
  return batch.state === "draft" && batch.version === version ? ok(batch) : fail({ code: "bulk_changed" });
}
