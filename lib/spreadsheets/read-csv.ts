import { CsvError, parse } from "csv-parse/sync";
import { RowCollector, type Table, TableError, tableLimits } from "@/lib/spreadsheets/table";

/** The likeliest first: a decimal comma must not be taken for a separator where there is a semicolon. */
const separators = ["\t", ";", ",", "|"] as const;

/** How many rows are read to find out the separator. */
const sampleSize = 30;

/** A table as text: a CSV file, or cells that were copied from a spreadsheet. */
export function readCsv(text: string): Table {
  const body = text.replace(/^\uFEFF/, "");
  // Excel's own way to name the separator. It does not show this line.
  const [line = "", named] = /^sep=(.)(?:\r\n|\r|\n)/i.exec(body) ?? [];
  const table = body.slice(line.length);
  const collector = new RowCollector();
  const separator = named ?? guessSeparator(table);
  const parsed = parseRecords(table, separator);
  const records = separator === "," ? joinAmounts(parsed) : parsed;
  for (const [index, cells] of records.entries()) collector.add(index + 1, cells);
  return { rows: collector.rows, notes: {} };
}

function guessSeparator(text: string): string {
  const scores = separators.map((separator) => score(sampleRecords(text, separator)));
  const best = Math.max(...scores);
  return separators[scores.indexOf(best)] ?? ",";
}

/**
 * Where commas are between columns and before decimals too, an amount without quotes is in two cells, and its row has one
 * more than there are names of columns. They are joined if they are in the same columns of all such rows.
 */
function joinAmounts(records: string[][]): string[][] {
  const isUsed = (cells: string[]) => cells.some((cell) => cell.trim() !== "");
  const [names = [], ...rows] = records.filter(isUsed);
  const isWide = (cells: string[]) => cells.length === names.length + 1 && cells.at(-1)?.trim() !== "";
  const wide = new Set(rows.filter(isWide));
  if (wide.size === 0 || names.some((name) => name.trim() === "" || /^\d/.test(name.trim()))) return records;
  const places = names
    .map((_, column) => column)
    .filter((column) => [...wide].every((cells) => isSplit(cells[column], cells[column + 1])));
  const [place, ...others] = places;
  if (place === undefined || others.length > 0) return records;
  return records.map((cells) =>
    wide.has(cells) ? cells.toSpliced(place, 2, `${cells[place]},${cells[place + 1]}`) : cells,
  );
}

/** `12` and `50`, with a sign or name of a currency before or after them. */
function isSplit(whole = "", decimals = ""): boolean {
  return (
    /^[^\d\s,]{0,4}\s*\d[\d.' ]*$/.test(whole.trim()) &&
    /^\d{1,2}(?:\s*[^\d\s,]{1,4})?$/.test(decimals.trim())
  );
}

/** How many of the rows have the usual number of columns, when that is more than one. */
function score(records: string[][]): number {
  const widths = records
    .filter(([first, ...others]) => first?.trim() || others.length > 0)
    .map((cells) => cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [usual = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return usual > 1 ? count / widths.length : 0;
}

const options = {
  ...{ relax_quotes: true, relax_column_count: true, skip_empty_lines: false },
  // By hand, people write a space after a separator, and quotes after it.
  ltrim: true,
  // One file may have several, when it was put together from others.
  record_delimiter: ["\r\n", "\n", "\r"],
};

function sampleRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...options, delimiter, to: sampleSize });
  } catch {
    // A quote is not closed; which separator it is can still be seen.
    return parse(text, { ...options, delimiter, quote: false, to: sampleSize });
  }
}

/** Ends the reading of a table with too many rows, which would take many seconds. */
function rowCounter(): (cells: string[]) => string[] {
  let rows = 0;
  let used = 0;
  return (cells) => {
    rows += 1;
    if (cells.some((cell) => cell.trim() !== "")) used += 1;
    // One more than rows of content: the first may name the columns.
    if (used > tableLimits.rows + 1 || rows > tableLimits.place)
      throw new TableError({ code: "table_too_many_rows" });
    return cells;
  };
}

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...options, delimiter, on_record: rowCounter() });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_QUOTE_NOT_CLOSED") {
      throw new TableError({ code: "table_open_quote", place: Number(error.records ?? 0) + 1 });
    }
    throw new TableError({ code: "table_unreadable" });
  }
}
