import { byteOrderMark, type CsvCell, type CsvStyle, csvLine } from "@/lib/core/csv";
import type { LinkView } from "@/lib/core/link-view";
import { recordEvent } from "@/lib/domain/audit/record-event";
import type { Actor } from "@/lib/domain/audit/schema";
import { listRows } from "@/lib/domain/payment-links/bulk/row-store";
import type { Batch, BatchRow } from "@/lib/domain/payment-links/bulk/schema";
import { withMerchant } from "@/lib/platform/db";
import { type Cell, cellText } from "@/lib/spreadsheets/table";

/** As many as are written in some 20 ms, for which other requests wait. */
const atOnce = 200;

/**
 * The table as it was sent, with what became of each row in the last columns. The export is recorded once there is
 * something to send.
 * @param only the rows without a link, to be corrected and sent again.
 */
export async function* exportBatch({
  view: { merchantId },
  actor,
  batch: { id, header, layout },
  only,
  style,
  names,
  describe,
}: {
  view: LinkView;
  actor: Actor;
  batch: Batch;
  only: "all" | "refused";
  style: CsvStyle;
  /** The names of the last columns. */
  names: readonly string[];
  /** The state of a row, and what is wrong with it. */
  describe: (row: BatchRow) => { state: string; problem: string };
}): AsyncGenerator<string> {
  const width = layout.columns.length;
  const toCells = (cells: readonly Cell[]): CsvCell[] =>
    Array.from({ length: width }, (_, column) => toCsvCell(cells[column], style));
  let head = byteOrderMark + csvLine([...toCells(header ?? []), ...names], style);
  await withMerchant(merchantId, (tx) => recordEvent(tx, { actor, action: "bulk.exported", targetId: id }));
  for (let after = 0; ; ) {
    const rows = await withMerchant(merchantId, (tx) =>
      listRows(tx, id, { filter: only, after, limit: atOnce }),
    );
    const lines = rows.map((row) => {
      const { state, problem } = describe(row);
      const { url = null, reference = null } = row.link ?? {};
      return csvLine(
        [...toCells(row.cells), { value: String(row.place) }, state, url, reference, problem],
        style,
      );
    });
    if (lines.length > 0 || head) yield head + lines.join("");
    head = "";
    after = rows.at(-1)?.place ?? after;
    if (rows.length < atOnce) return;
  }
}

function toCsvCell(cell: Cell | undefined, { decimalMark }: CsvStyle): CsvCell {
  if (typeof cell === "number") return { value: String(cell).replace(".", decimalMark) };
  return typeof cell === "object" ? { value: cell.date } : cellText(cell);
}
