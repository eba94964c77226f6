import type { LinkView } from "@/lib/core/link-view";
import type { Result } from "@/lib/core/result";
import { changeDraft } from "@/lib/domain/payment-links/bulk/change-draft";
import type { BulkFailure } from "@/lib/domain/payment-links/bulk/schema";
import { storedText } from "@/lib/spreadsheets/table";

/** What a person typed in place of a cell; `column` is counted from 0. */
export type CellChange = { column: number; text: string };

/** Corrects cells of one row of a draft. */
export function changeCells(
  view: LinkView,
  { changes, ...place }: { id: string; version: number; place: number; changes: CellChange[] },
): Promise<Result<void, BulkFailure>> {
  return changeDraft(view, place, (row, layout) => {
    if (changes.some(({ column }) => column >= layout.columns.length)) return null;
    const width = Math.max(row.cells.length, ...changes.map(({ column }) => column + 1));
    const typed = new Map(changes.map(({ column, text }) => [column, storedText(text)]));
    row.cells = Array.from({ length: width }, (_, column) => typed.get(column) ?? row.cells[column] ?? "");
    return layout;
  });
}
