import { toOneLine } from "@/lib/core/cell";
import { readPlainText } from "@/lib/core/plain-text";
import { remember } from "@/lib/core/remember";
import { monthNames } from "@/lib/core/value-words";

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
const lettersOfValues = new RegExp(`(?<!\\p{L})(?:${monthNames}|[ap]\\.?\\s?m?|de|e|d|t|z)(?!\\p{L})`, "giu");
const truths = /^(?:true|false|verdadero|falso|verdadeiro)$/i;

/** Short texts, such as a list of tags, come again in many lines, and are checked once. */
const shortLength = 24;
const checkedOnce = remember(2_000, checkedText);

/** A text as a cell of a CSV file. */
export function safeText(cell: string): string {
  const plain = readPlainText(cell);
  if (plain !== null) return plain === "bare" ? cell : inQuotes(cell);
  return cell.length > shortLength ? checkedText(cell) : checkedOnce(cell);
}

/** The same without haste: `safeText` has no other answer for any text. */
export function checkedText(cell: string): string {
  const text = toSafeText(cell);
  return /[",;|]/.test(text) || text !== text.trim() ? inQuotes(text) : text;
}

function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
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
