import { CsvError, parse } from "csv-parse/sync";
import { RowCollector, type Table, TableError } from "@/lib/spreadsheets/table";

/** The likeliest first: a decimal comma must not be taken for a separator where there is a semicolon. */
const separators = ["\t", ";", ",", "|"] as const;

/** How many rows are read to find out the separator. */
const sampleSize = 30;

/** A table as text: a CSV file, or cells that were copied from a spreadsheet. */
export function readCsv(text: string): Table {
  const body = text.replace(/^\uFEFF/, "");
  // Excel's own way to name the separator. It does not show this line.
  const [line = "", named] = /^sep=(.)\r?\n/i.exec(body) ?? [];
  const table = body.slice(line.length);
  const collector = new RowCollector();
  const records = parseRecords(table, named ?? guessSeparator(table));
  for (const [index, cells] of records.entries()) collector.add(index + 1, cells);
  return { rows: collector.rows, notes: {} };
}

function guessSeparator(text: string): string {
  const scores = separators.map((separator) => score(sampleRecords(text, separator)));
  const best = Math.max(...scores);
  return separators[scores.indexOf(best)] ?? ",";
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

const options = { relax_quotes: true, relax_column_count: true, skip_empty_lines: false } as const;

function sampleRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...options, delimiter, to: sampleSize });
  } catch {
    // A quote is not closed; which separator it is can still be seen.
    return parse(text, { ...options, delimiter, quote: false, to: sampleSize });
  }
}

function parseRecords(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...options, delimiter });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_QUOTE_NOT_CLOSED") {
      throw new TableError({ code: "table_open_quote", place: Number(error.records ?? 0) + 1 });
    }
    throw new TableError({ code: "table_unreadable" });
  }
}
