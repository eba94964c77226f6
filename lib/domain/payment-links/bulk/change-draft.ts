import type { LinkView } from "@/lib/core/link-view";
import { fail, ok, type Result } from "@/lib/core/result";
import { findBatch, lockBatch, updateLayout } from "@/lib/domain/payment-links/bulk/batch-store";
import { checkRows } from "@/lib/domain/payment-links/bulk/check-rows";
import { listCells, replaceRows } from "@/lib/domain/payment-links/bulk/row-store";
import type { BulkFailure, Layout } from "@/lib/domain/payment-links/bulk/schema";
import { withMerchant } from "@/lib/platform/db";
import type { TableRow } from "@/lib/spreadsheets/table";

/**
 * Changes one row of a draft, or how it is read, and checks all rows again, because the row may now be the same as another.
 * Of a table that was started nothing is changed, so that no row of which something was sent gets another content.
 * @param change may change the row; answers the layout, or null if the table has nothing to change there.
 */
export function changeDraft(
  view: LinkView,
  { id, version, place }: { id: string; version: number; place: number },
  change: (row: TableRow, layout: Layout) => Layout | null,
): Promise<Result<void, BulkFailure>> {
  return withMerchant(view.merchantId, async (tx) => {
    await lockBatch(tx, id);
    const batch = await findBatch(tx, view, id);
    if (!batch) return fail({ code: "bulk_gone" });
    if (batch.state !== "draft" || batch.version !== version) return fail({ code: "bulk_changed" });
    const rows = await listCells(tx, id);
    const row = rows.find((one) => one.place === place);
    const layout = row && change(row, batch.layout);
    if (!layout) return fail({ code: "bulk_changed" });
    await updateLayout(tx, id, { layout, header: null });
    await replaceRows(tx, id, await checkRows(rows, layout));
    return ok(undefined);
  });
}
