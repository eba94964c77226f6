import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { findBatch, lockBatch, updateLayout } from "@/lib/domain/payment-links/bulk/batch-store";
import { checkRows } from "@/lib/domain/payment-links/bulk/check-rows";
import { listCells, replaceRows } from "@/lib/domain/payment-links/bulk/row-store";
import type { BulkFailure } from "@/lib/domain/payment-links/bulk/schema";
import { withMerchant } from "@/lib/platform/db";
import { storedText } from "@/lib/spreadsheets/table";

/** What a person typed in place of a cell; `column` is counted from 0. */
export type CellChange = { column: number; text: string };

/**
 * Corrects cells of one row of a draft, and checks all rows again, because the row may now be the same as another. Of a
 * table that was started nothing is changed, so that no row of which something was sent gets another content.
 */
export function changeCells(
  view: LinkView,
  { id, version, place, changes }: { id: string; version: number; place: number; changes: CellChange[] },
): Promise<Result<void, BulkFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    await lockBatch(tx, id);
    const batch = await findBatch(tx, view, id);
    if (!batch) return fail({ code: "bulk_gone" });
    if (batch.state !== "draft" || batch.version !== version) return fail({ code: "bulk_changed" });
    const rows = await listCells(tx, id);
    const row = rows.find((one) => one.place === place);
    if (!row || changes.some(({ column }) => column >= batch.layout.columns.length)) {
      return fail({ code: "bulk_changed" });
    }
    const width = Math.max(row.cells.length, ...changes.map(({ column }) => column + 1));
    const typed = new Map(changes.map(({ column, text }) => [column, storedText(text)]));
    row.cells = Array.from({ length: width }, (_, column) => typed.get(column) ?? row.cells[column] ?? "");
    const checked = await checkRows(rows, batch.layout);
    await updateLayout(tx, id, { layout: batch.layout, header: null });
    await replaceRows(tx, id, checked);
    return ok(undefined);
  });
}
