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

/**
 * A string is text, and is protected from being read as anything else. A `value` is a number or a time, and may be read
 * as one. Null is an empty cell.
 */
export type CsvCell = string | { value: string } | null;

/** Spreadsheets read a text file as UTF-8 only when it begins with this mark. */
export const byteOrderMark = "\uFEFF";

/** One line (RFC 4180). */
export function csvLine(cells: readonly CsvCell[], { separator }: CsvStyle = csvForPrograms): string {
  return `${cells.map(csvCell).join(separator)}\r\n`;
}

/** What may separate columns: a file can be opened with another separator than it was written with. */
const separators = ",;|\\t:^~";
const unseen = "\\s\\p{Cf}\\p{DI}\"'“”‘’«»`´";
const signs = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−‐‑‒–—";

/** A sign that starts a formula, at any place where a cell may begin, whichever separator the file is opened with. */
const formulaStart = new RegExp(`(^|[${separators}])(?=[${unseen}]*[${signs}])`, "gu");
/**
 * The same for programs that split columns at spaces. A sign alone is common in plain text there, so only what looks
 * like a call counts.
 */
const callAfterSpace = / (?=[=＝]\S|[+\-@＋－＠]\S*[(|!=])/gu;

/** What a spreadsheet reads as a number, a date, a time or a truth value: digits, with no letters but these. */
const monthNames =
  "jan|ene|feb|fev|mar|apr|abr|may|mai|jun|jul|aug|ago|sep|set|oct|out|nov|dec|dic|dez|" +
  "january|february|march|april|june|july|august|september|october|november|december|" +
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|" +
  "janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro";
const lettersOfValues = new RegExp(`(?<!\\p{L})(?:${monthNames}|[ap]\\.?\\s?m?|de|e|d|t|z)(?!\\p{L})`, "giu");
const truths = /^(?:true|false|verdadero|falso|verdadeiro)$/i;

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.value;
  const text = toSafeText(cell);
  return /[",;|]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A text that stays text in any spreadsheet: on one line, and with an apostrophe in front of whatever would be read as
 * something else, as OWASP advises. Descriptions are typed by one person, and the file is opened by another.
 */
function toSafeText(cell: string): string {
  const line = cell.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  const text = line.replace(formulaStart, "$1'").replace(callAfterSpace, " '");
  return isReadAsValue(text) ? `'${text}` : text;
}

function isReadAsValue(text: string): boolean {
  if (truths.test(text.trim())) return true;
  return /\p{Nd}/u.test(text) && !text.startsWith("'") && !/\p{L}/u.test(text.replace(lettersOfValues, ""));
}
