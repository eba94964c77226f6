import { setImmediate as nextTurn } from "node:timers/promises";
import { readLine } from "@/lib/core/line-of-text";
import { fail, ok, type Result } from "@/lib/core/result";
import { findTotals } from "@/lib/domain/payment-links/bulk/find-totals";
import { rowNotesReader } from "@/lib/domain/payment-links/bulk/read-row-notes";
import type {
  CheckedRow,
  ColumnRole,
  Layout,
  ProblemCode,
  RowProblem,
} from "@/lib/domain/payment-links/bulk/schema";
import { descriptionLength } from "@/lib/domain/payment-links/new-link/schema";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { readCurrencyMarks } from "@/lib/money/currency-marks";
import { parseAmount, searchedAmounts } from "@/lib/money/money";
import { type Cell, cellText, type TableRow } from "@/lib/spreadsheets/table";

/** Rows that are checked before other requests have their turn. */
const atOnce = 200;

/** Checks every row as the layout says. A row without problems has all that a link needs. */
export async function checkRows(rows: readonly TableRow[], layout: Layout): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = [];
  const said: unknown[][] = [];
  const readNotes = rowNotesReader(layout);
  for (const [index, row] of rows.entries()) {
    if (index % atOnce === atOnce - 1) await nextTurn();
    const notes = readNotes(row.cells);
    checked.push({ ...row, ...checkRow(row, layout, notes.ok ? [] : notes.problems), sameAs: null });
    said.push(notes.ok ? Object.values(notes.value) : []);
  }
  leaveOutTotals(checked, layout);
  const seen = new Map<string, number>();
  for (const [index, row] of checked.entries()) {
    if (row.problems) continue;
    const content = JSON.stringify([row.amountMinor, row.currency, row.description, said[index]]);
    row.sameAs = seen.get(content) ?? null;
    if (row.sameAs === null) seen.set(content, row.place);
  }
  return checked;
}

/** A row that adds up others becomes no link, unless a person has said that it should. */
function leaveOutTotals(checked: CheckedRow[], layout: Layout): void {
  for (const [index, column] of findTotals(checked, checked, layout)) {
    const row = checked[index];
    if (!row || layout.takenTotals.includes(row.place)) continue;
    const problems: RowProblem[] = [{ column, code: "row_is_total" }];
    checked[index] = { ...row, problems, amountMinor: null, currency: null, description: null };
  }
}

type Checked = Pick<CheckedRow, "problems" | "amountMinor" | "currency" | "description">;

function checkRow({ cells }: TableRow, layout: Layout, ofNotes: readonly RowProblem[]): Checked {
  const problems: RowProblem[] = [];
  /** The value, or null with a problem. */
  function take<Value>(role: ColumnRole, result: Result<Value, { code: ProblemCode }>): Value | null {
    if (result.ok) return result.value;
    const column = layout.columns.indexOf(role);
    problems.push({ column: column < 0 ? null : column, code: result.code });
    return null;
  }
  const of = (role: ColumnRole) =>
    layout.columns.flatMap((found, column) => (found === role ? [cells[column] ?? ""] : []));
  const [amountCell = ""] = of("amount");
  const [currencyCell = ""] = of("currency");
  const currency = take("currency", readCurrency(currencyCell, findNamed(amountCell, layout.currency)));
  const amountMinor = take("amount", readAmount(amountCell, currency, layout));
  const texts = of("description").map(cellText).filter(Boolean);
  const description = take("description", readDescription(texts.join(" · ")));
  problems.push(...ofNotes);
  if (problems.length > 0) return { problems, amountMinor: null, currency: null, description: null };
  return { problems: null, amountMinor, currency, description };
}

/** The one currency that an amount names, as in `12.50 USD`; else the table's, as `$` may be one of several. */
function findNamed(amount: Cell, usual: CurrencyCode): CurrencyCode {
  const named = typeof amount === "string" ? searchedAmounts(amount)?.currencies : findMarked(amount);
  const [only, ...others] = named ?? [];
  return only !== undefined && others.length === 0 ? only : usual;
}

/** The currencies that the mark of a number can mean; null where it has none. */
function findMarked(cell: Cell): CurrencyCode[] | null {
  if (typeof cell !== "object" || !("mark" in cell)) return null;
  const [first, ...others] = readCurrencyMarks(cell.mark) ?? [];
  return first ? first.filter((currency) => others.every((other) => other.includes(currency))) : null;
}

/** A code in any case, or a sign that can mean only one currency, or the chosen one. Empty means the chosen one. */
function readCurrency(
  cell: Cell,
  chosen: CurrencyCode,
): Result<CurrencyCode, { code: "currency_not_offered" }> {
  const text = cellText(cell);
  if (text === "") return ok(chosen);
  const code = text.toUpperCase();
  if (isCurrency(code)) return ok(code);
  const marks = readCurrencyMarks(text) ?? [];
  const [fitting = []] = marks;
  const [only] = fitting;
  if (marks.length === 1 && fitting.includes(chosen)) return ok(chosen);
  return marks.length === 1 && only && fitting.length === 1
    ? ok(only)
    : fail({ code: "currency_not_offered" });
}

function readAmount(
  cell: Cell,
  currency: CurrencyCode | null,
  { decimalMark }: Layout,
): Result<number, { code: ProblemCode }> {
  if (typeof cell === "object" && "date" in cell) return fail({ code: "amount_is_date" });
  const marked = findMarked(cell);
  if (marked?.length === 0) return fail({ code: "amount_currency_not_offered" });
  if (marked && currency && !marked.includes(currency)) return fail({ code: "amount_currency_contradicted" });
  const amount =
    typeof cell === "string"
      ? // Without a currency, only the digits can be wrong.
        parseAmount(cell, currency ?? "USD", decimalMark)
      : readNumberCell(typeof cell === "object" ? cell.number : cell);
  if (amount.ok) return amount;
  if (currency === null && amount.code === "currency_contradicted") return ok(0);
  return fail({ code: `amount_${amount.code}` });
}

/** A number needs no decimal mark. Spreadsheets calculate in binary and show 15 digits, and so many are read. */
function readNumberCell(number: number) {
  const exact = Number(number.toPrecision(15));
  const cents = Number((exact * 100).toPrecision(15));
  if (!Number.isInteger(cents)) return fail({ code: "too_many_decimals" });
  if (!Number.isSafeInteger(cents)) return fail({ code: "too_large" });
  if (cents < 0) return fail({ code: "negative" });
  return cents === 0 ? fail({ code: "zero" }) : ok(cents);
}

/** What Excel shows in place of a value that it cannot calculate, in the languages of the portal. */
const spreadsheetError =
  /^#¡?(?:N\/[AD]|(?:REF|VALUE|VALOR|DIV\/0|NUM|N[UÚ]M|NULL|NULO|NAME|NOMBRE|NOME)[!?])$/i;

function readDescription(text: string): Result<string, { code: ProblemCode }> {
  if (spreadsheetError.test(text)) return fail({ code: "description_is_error" });
  const line = readLine(text, descriptionLength.max);
  return line.ok ? line : fail({ code: `description_${line.code}` });
}
