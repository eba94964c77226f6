/**
 * A cell of a table that is exported. A string is text, and stays text in whatever program opens the file; a `number`
 * has its digits and a decimal point; a `time` is written as the table's clock shows it; a `date` is that of a calendar,
 * with or without a time, as ISO 8601 writes it. Null is an empty cell.
 */
export type Cell = string | { number: string } | { time: Date } | { date: string } | null;

/** A table in parts, because a million rows are too many for memory. Its first row has the names of the columns. */
export type Rows = AsyncGenerator<Cell[][]>;

/** The text on one line, without control characters. */
export function toOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
}
