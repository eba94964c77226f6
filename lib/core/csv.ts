/** How a file is written: for programs as RFC 4180 has it, or as its reader's spreadsheet reads numbers and columns. */
export type CsvStyle = { for: "programs" | "excel"; separator: "," | ";"; decimalMark: "." | "," };

export const csvForPrograms: CsvStyle = { for: "programs", separator: ",", decimalMark: "." };

/** In Excel's regions with a decimal comma, a comma cannot stand between columns. */
export function csvForExcel(decimalMark: "." | ","): CsvStyle {
  return { for: "excel", decimalMark, separator: decimalMark === "," ? ";" : "," };
}

/** A text is only ever a text; a value is meant to be read as the number or time that it is. Null is an empty cell. */
export type CsvCell = string | { value: string } | null;

/** Spreadsheets take a text file for UTF-8 only with this mark before it. */
export const byteOrderMark = "\uFEFF";

/** One line (RFC 4180). */
export function csvLine(cells: readonly CsvCell[], { separator }: CsvStyle = csvForPrograms): string {
  return `${cells.map(csvCell).join(separator)}\r\n`;
}

/** What may part columns: a file is opened with other separators than the one it was written with. */
const separators = ",;|\\t:^~";
const unseen = "\\s\\p{Cf}\\p{DI}\"'“”‘’«»`´";
const signs = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−‐‑‒–—";

/** Where a cell would begin with a sign that makes a formula, in whatever way the line is cut into cells. */
const formulaStart = new RegExp(`(^|[${separators}])(?=[${unseen}]*[${signs}])`, "gu");
/** The same where spaces part columns: there a sign alone is common in plain text, and only a call does anything. */
const callAfterSpace = / (?=[=＝]\S|[+\-@＋－＠]\S*[(|!=])/gu;

/** What a spreadsheet takes for a number, a date, a time or a truth: digits with at most the letters of those. */
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
 * A text that stays one in any spreadsheet: on one line, and led by an apostrophe wherever it would turn into something
 * else, as OWASP advises. Descriptions are typed by people, and files are opened by others.
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
