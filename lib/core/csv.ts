import type { Cell, Rows } from "@/lib/core/cell";
import type { LocalClock } from "@/lib/core/local-time";
import { safeText } from "@/lib/core/safe-text";

/**
 * How a CSV file is written: for programs as RFC 4180 defines it, or for Excel with the separator and decimal mark of
 * the reader's region.
 */
export type CsvStyle = { for: "programs" | "excel"; separator: "," | ";"; decimalMark: "." | "," };

export const csvForPrograms: CsvStyle = { for: "programs", separator: ",", decimalMark: "." };

/** Where Excel's region has a decimal comma, columns cannot be separated by commas. */
export function csvForExcel(decimalMark: "." | ","): CsvStyle {
  return { for: "excel", decimalMark, separator: decimalMark === "," ? ";" : "," };
}

/** Spreadsheets read a text file as UTF-8 only when it begins with this mark. */
export const byteOrderMark = "\uFEFF";

/** A table as a file, in parts as its rows come. */
export async function* toCsv(rows: Rows, style: CsvStyle, clock: LocalClock): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder();
  let head = byteOrderMark;
  for await (const part of rows) {
    let text = head;
    for (const cells of part) text += csvLine(cells, style, clock);
    yield utf8.encode(text);
    head = "";
  }
}

/** One line (RFC 4180). */
export function csvLine(cells: readonly Cell[], style: CsvStyle, clock: LocalClock): string {
  const [first = null, ...others] = cells;
  let line = csvCell(first, style, clock);
  // Most columns of most lines are empty.
  for (const cell of others)
    line += cell === null ? style.separator : style.separator + csvCell(cell, style, clock);
  return `${line}\r\n`;
}

function csvCell(cell: Cell, style: CsvStyle, clock: LocalClock): string {
  if (cell === null) return "";
  if (typeof cell === "string") return safeText(cell);
  if ("date" in cell) return cell.date;
  if ("number" in cell) return cell.number.replace(".", style.decimalMark);
  return style.for === "excel" ? clock.toDateAndTime(cell.time) : clock.toIsoTime(cell.time);
}
