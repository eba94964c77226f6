/**
 * One line of a CSV file (RFC 4180). A cell that a spreadsheet would run as a formula is led by an apostrophe,
 * as OWASP advises: a description is typed by people, and the file is opened by others.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** Spreadsheets take a text file for UTF-8 only with this mark before it. */
export const byteOrderMark = "\uFEFF";

function csvCell(cell: string | number | null): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
