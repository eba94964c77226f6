import { type Cell, type Rows, toOneLine } from "@/lib/core/cell";
import type { LocalClock } from "@/lib/core/local-time";

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
const byteOrderMark = "\uFEFF";

/** A table as a file, in parts as its rows come. */
export async function* toCsv(rows: Rows, style: CsvStyle, clock: LocalClock): AsyncGenerator<Uint8Array> {
  const utf8 = new TextEncoder();
  let head = byteOrderMark;
  for await (const part of rows) {
    yield utf8.encode(head + part.map((cells) => csvLine(cells, style, clock)).join(""));
    head = "";
  }
}

/** One line (RFC 4180). */
export function csvLine(cells: readonly Cell[], style: CsvStyle, clock: LocalClock): string {
  return `${cells.map((cell) => csvCell(cell, style, clock)).join(style.separator)}\r\n`;
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

/**
 * Most texts are made of letters, digits and marks that start nothing; a sign is right after one of these. What also has a
 * word that no value has, needs none of the above, which take many times as long.
 */
const plain = /^(?:[\w./][-=]?|[ :()%?&#!*À-ÖØ-öø-ÿ])*$/;
const word = /[A-Za-zÀ-ÖØ-öø-ÿ]+/g;
const wordsOfValues = new Set(
  [monthNames, "a|p|m|am|pm|de|e|d|t|z", "true|false|verdadero|falso|verdadeiro"].join("|").split("|"),
);

function csvCell(cell: Cell, style: CsvStyle, clock: LocalClock): string {
  if (cell === null) return "";
  if (typeof cell === "string") return csvText(cell);
  if ("date" in cell) return cell.date;
  if ("number" in cell) return cell.number.replace(".", style.decimalMark);
  return style.for === "excel" ? clock.toDateAndTime(cell.time) : clock.toIsoTime(cell.time);
}

/** Short texts, such as a state or a name, come again in most lines, and are checked once. */
const written = new Map<string, string>();
const shortLength = 24;
const mostWritten = 2_000;

function csvText(cell: string): string {
  if (cell.length > shortLength) return writeText(cell);
  const known = written.get(cell);
  if (known !== undefined) return known;
  if (written.size >= mostWritten) written.clear();
  const text = writeText(cell);
  written.set(cell, text);
  return text;
}

function writeText(cell: string): string {
  if (isPlain(cell)) return cell === cell.trim() ? cell : `"${cell}"`;
  const text = toSafeText(cell);
  return /[",;|]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

function isPlain(text: string): boolean {
  if (!plain.test(text)) return false;
  for (const [found] of text.matchAll(word)) if (!wordsOfValues.has(found.toLowerCase())) return true;
  return false;
}

/**
 * A text that stays text in any spreadsheet: on one line, and with an apostrophe in front of whatever would be read as
 * something else, as OWASP advises. Descriptions are typed by one person, and the file is opened by another.
 */
function toSafeText(cell: string): string {
  const text = toOneLine(cell).replace(formulaStart, "$1'").replace(callAfterSpace, " '");
  return isReadAsValue(text) ? `'${text}` : text;
}

function isReadAsValue(text: string): boolean {
  if (truths.test(text.trim())) return true;
  return /\p{Nd}/u.test(text) && !text.startsWith("'") && !/\p{L}/u.test(text.replace(lettersOfValues, ""));
}
