/**
 * A cell as it is in the file. A number is one that the spreadsheet stores as such, with a mark where it shows the sign or
 * name of a currency; a date is `2026-03-01`.
 */
export type Cell = string | number | { date: string } | MarkedNumber;
export type MarkedNumber = { number: number; mark: string };

/** A row that is not empty. `place` is its number in the file, as a spreadsheet shows it. */
export type TableRow = { place: number; cells: Cell[] };

/** What a file held besides the rows that were read. */
export type TableNotes = {
  /** Rows that are hidden, by a filter or by hand, and were left out. */
  hiddenRows?: number;
  /** Other visible sheets with this name were not read: only the first one is. */
  sheet?: string;
};

export type Table = { rows: TableRow[]; notes: TableNotes };

export type TableFailure =
  | {
      code:
        | "table_empty"
        | "table_unreadable"
        | "table_damaged"
        | "table_old_excel"
        | "table_other_program"
        | "table_too_large"
        | "table_too_many_rows"
        | "table_too_many_columns";
    }
  | { code: "table_open_quote"; place: number };

export const tableLimits = {
  /** Rows with content, without the one that names the columns. */
  rows: 5_000,
  /** The last row of a spreadsheet. */
  place: 1_048_576,
  columns: 50,
  /** In code units. What is longer is cut; no column of ours may be as long. */
  cell: 4_000,
  /** The bytes of a file, and of everything in it once it is decompressed. */
  fileBytes: 5 * 1024 * 1024,
  /** All texts of a table, in code units: no CSV file has more. Cells of a workbook can refer to the same long text. */
  text: 5 * 1024 * 1024,
  unpackedBytes: 48 * 1024 * 1024,
} as const;

/** Thrown while a file is read, and caught by `readTable`. */
export class TableError extends Error {
  constructor(readonly failure: TableFailure) {
    super(failure.code);
  }
}

/** The text of a cell, without anything around it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  if (typeof cell === "number") return numberText(cell);
  return "date" in cell ? cell.date : `${cell.mark} ${numberText(cell.number)}`;
}

/** Spreadsheets calculate in binary and show 15 digits. */
function numberText(number: number): string {
  return String(Number(number.toPrecision(15)));
}

/** Collects rows within the limits, and leaves out those that are empty. */
export class RowCollector {
  readonly rows: TableRow[] = [];
  #text = 0;
  #repeated = 0;

  /** @throws {TableError} when there are too many rows or columns, or too much text. */
  add(place: number, cells: readonly Cell[]): void {
    const used = cells.findLastIndex((cell) => cellText(cell) !== "") + 1;
    if (used === 0) return;
    if (used > tableLimits.columns) throw new TableError({ code: "table_too_many_columns" });
    // One more than rows of content: the first may name the columns.
    if (this.rows.length > tableLimits.rows) throw new TableError({ code: "table_too_many_rows" });
    const stored = Array.from(cells.slice(0, used), toStored);
    for (const cell of stored) this.#text += typeof cell === "string" ? cell.length : 0;
    if (this.#text > tableLimits.text) throw new TableError({ code: "table_too_large" });
    this.rows.push({ place, cells: stored });
  }

  /**
   * Repeats the text of a cell that is merged with those below it. One with a number may be a price for all these rows, so
   * it stays in the first.
   * @throws {TableError} when there is too much text, or more cells are merged than a sheet can have.
   */
  repeatDown({ column, from, to }: { column: number; from: number; to: number }): void {
    const first = this.#indexFrom(from);
    const text = this.rows[first]?.place === from ? this.rows[first].cells[column] : undefined;
    if (typeof text !== "string" || text === "" || /\p{N}/u.test(text)) return;
    const below = this.rows.slice(first + 1, this.#indexFrom(to + 1));
    this.#repeated += below.length;
    if (this.#repeated > (tableLimits.rows + 1) * tableLimits.columns)
      throw new TableError({ code: "table_damaged" });
    for (const { cells } of below) {
      if (cellText(cells[column]) !== "") continue;
      this.#text += text.length;
      if (this.#text > tableLimits.text) throw new TableError({ code: "table_too_large" });
      while (cells.length < column) cells.push("");
      cells[column] = text;
    }
  }

  /** The index of the first row at a place or after it. */
  #indexFrom(place: number): number {
    let [low, high] = [0, this.rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.rows[middle]?.place ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function toStored(cell: Cell | undefined): Cell {
  if (cell === undefined) return "";
  return typeof cell === "string" ? storedText(cell) : cell;
}

/** The text of a cell as it is stored, whether it is from a file or was typed. */
export function storedText(cell: string): string {
  // Postgres cannot store the character 0, nor half of a character, which the cut may leave.
  const text = cell.slice(0, tableLimits.cell).replaceAll("\u0000", "").trim();
  return text.replace(/\p{Cs}/gu, "\uFFFD");
}
