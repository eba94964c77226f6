import type { Rows, Cell as WrittenCell } from "@/lib/core/cell";
import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { listRows, type RowFilter } from "@/lib/domain/payment-links/bulk/row-store";
import type { Batch, BatchRow, BatchState } from "@/lib/domain/payment-links/bulk/schema";
import { withMerchant } from "@/lib/platform/db";
import { type Cell, cellText } from "@/lib/spreadsheets/table";

/** As many as are written in some 10 ms, for which other requests wait. */
const atOnce = 100;

/**
 * The table as it was sent, with what became of each row in the last columns. The export is recorded once there is
 * something to send.
 * @param only the rows without a link, to be corrected and sent again.
 */
export async function* exportBatch({
  view: { merchantId },
  actor,
  batch: { id, state, header, layout },
  only,
  names,
  describe,
}: {
  view: LinkView;
  actor: Actor;
  batch: Batch;
  only: "all" | "refused";
  /** The names of the last columns. */
  names: readonly string[];
  /** The state of a row, and what is wrong with it. */
  describe: (row: BatchRow) => { state: string; problem: string };
}): Rows {
  const width = layout.columns.length;
  const toCells = (cells: readonly Cell[]): WrittenCell[] =>
    Array.from({ length: width }, (_, column) => toCell(cells[column]));
  let head: WrittenCell[][] = [[...toCells(header ?? []), ...names]];
  const filter = only === "refused" ? filterWithoutLink(state) : only;
  await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "bulk.exported", targetId: id }));
  for (let after = 0; ; ) {
    const rows = await withMerchant(merchantId, (tx) => listRows(tx, id, { filter, after, limit: atOnce }));
    const written = rows.map((row) => {
      const { state, problem } = describe(row);
      const { url = null, reference = null } = row.link ?? {};
      return [...toCells(row.cells), { number: String(row.place) }, state, url, reference, problem];
    });
    if (written.length > 0 || head.length > 0) yield [...head, ...written];
    head = [];
    after = rows.at(-1)?.place ?? after;
    if (rows.length < atOnce) return;
  }
}

/** Which rows of a table have no link, and will have none by themselves. */
export function filterWithoutLink(state: BatchState): RowFilter {
  return state === "cancelled" ? "withoutLink" : "refused";
}

function toCell(cell: Cell | undefined): WrittenCell {
  if (typeof cell === "number") return { number: String(cell) };
  return typeof cell === "object" && "date" in cell ? cell : cellText(cell);
}
