import { findTitleCurrency } from "@/lib/domain/payment-links/bulk/find-title-currency";
import { rowNotesReader } from "@/lib/domain/payment-links/bulk/read-row-notes";
import {
  foldTitle,
  isAmount,
  names,
  namesQuantity,
  noteNames,
  rankAmountName,
} from "@/lib/domain/payment-links/bulk/read-titles";
import type { ColumnRole, Layout } from "@/lib/domain/payment-links/bulk/schema";
import { notesFields } from "@/lib/domain/payment-links/notes/schema";
import type { DecimalMark } from "@/lib/money/amount-number";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { parseAmount, searchedAmounts } from "@/lib/money/money";
import { type Cell, cellText, type TableRow } from "@/lib/spreadsheets/table";

/** As many rows as tell what a column is. */
const sampleSize = 200;

/**
 * Guesses what each column is, by its name and by what is in it. People see the guess, and can change it.
 * @param usual what to take where the table does not say it.
 */
export function guessLayout(
  rows: readonly TableRow[],
  usual: { currency: CurrencyCode; decimalMark: DecimalMark; country: string | null },
): Layout {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const titles = Array.from({ length: width }, (_, column) => foldTitle(rows[0]?.cells[column]));
  // A row with an amount in it names no columns, whatever else it says.
  const isNamed =
    !rows[0]?.cells.some(isAmount) &&
    titles.some((title) => Object.values(names).some((name) => name.test(title)));
  const content = rows.length > 1 ? rows.slice(1, sampleSize) : rows;
  const columns = Array.from({ length: width }, (_, column) =>
    content.map(({ cells }) => cells[column] ?? ""),
  );
  const amount = pick(columns, (cells, column) =>
    isNamed && names.amount.test(titles[column] ?? "") && !namesQuantity.test(titles[column] ?? "")
      ? 2 + Math.min(1, getShare(cells, isAmount) / 0.6) + rankAmountName(titles[column] ?? "")
      : // "Cantidad" may be how many there are, or how much.
        Math.max(amountScore(cells), isNamed && namesQuantity.test(titles[column] ?? "") ? 0.05 : 0),
  );
  const first = amount === null ? undefined : rows[0]?.cells[amount];
  const hasHeader = rows.length > 1 && (isNamed || (first !== undefined && !isAmount(first)));
  const currency = pick(columns, (cells, column) => {
    if (column === amount) return 0;
    return isNamed && names.currency.test(titles[column] ?? "")
      ? 2
      : getShare(cells, isCurrencyCode) >= 0.8
        ? 1
        : 0;
  });
  const description = pick(columns, (cells, column) => {
    if (column === amount || column === currency) return 0;
    const title = hasHeader ? (titles[column] ?? "") : "";
    if (names.description.test(title)) return 3_000;
    return (names.name.test(title) ? 1_000 : 0) + textScore(cells);
  });
  const roles = columns.map((_, column): ColumnRole => {
    if (column === amount) return "amount";
    if (column === currency) return "currency";
    return column === description ? "description" : "none";
  });
  const noteColumns = hasHeader ? guessNotes(roles, titles, content, usual.country) : {};
  return {
    hasHeader,
    columns: roles,
    noteColumns,
    currency: (hasHeader ? findTitleCurrency(first, usual.currency) : null) ?? usual.currency,
    country: usual.country,
    takenTotals: [],
    decimalMark: guessMark(amount === null ? [] : (columns[amount] ?? [])) ?? usual.decimalMark,
  };
}

/**
 * The columns whose names say what they are, if every cell of the sample can be that. A description may name the customer
 * too.
 */
function guessNotes(
  roles: readonly ColumnRole[],
  titles: readonly string[],
  content: readonly TableRow[],
  country: string | null,
): Layout["noteColumns"] {
  const found: Layout["noteColumns"] = {};
  for (const field of notesFields) {
    const isFree = (taken: ColumnRole) =>
      taken === "none" || (taken === "description" && field === "customerName");
    const column = roles.findIndex((taken, at) => isFree(taken) && noteNames[field].test(titles[at] ?? ""));
    if (column < 0) continue;
    const read = rowNotesReader({ country, noteColumns: { [field]: column } });
    if (content.every(({ cells }) => read(cells).ok)) found[field] = column;
  }
  return found;
}

/** The column with the highest score above 0. */
function pick(columns: Cell[][], score: (cells: Cell[], column: number) => number): number | null {
  const scores = columns.map(score);
  const best = Math.max(0, ...scores);
  return best > 0 ? scores.indexOf(best) : null;
}

function getShare(cells: Cell[], isOne: (cell: Cell) => boolean): number {
  const filled = cells.filter((cell) => cellText(cell) !== "");
  return filled.length === 0 ? 0 : filled.filter(isOne).length / filled.length;
}

/** Numbers with decimals or a currency are likelier amounts than row numbers and telephone numbers are. */
function amountScore(cells: Cell[]): number {
  if (getShare(cells, isAmount) < 0.6) return 0;
  const isMarked = (cell: Cell) => /[^\d\s+-]/.test(cellText(cell));
  const isCounter = cells.every(
    (cell, index) => index === 0 || Number(cell) === Number(cells[index - 1]) + 1,
  );
  const isLong = getShare(cells, (cell) => /\d{8}/.test(cellText(cell).replace(/[\s.,-]/g, ""))) > 0.5;
  return isCounter || isLong ? 0.1 : 0.5 + getShare(cells, isMarked) / 2;
}

function isCurrencyCode(cell: Cell): boolean {
  return isCurrency(cellText(cell).toUpperCase());
}

/** The longer the texts, the likelier they say what is paid for. */
function textScore(cells: Cell[]): number {
  if (getShare(cells, (cell) => typeof cell === "string" && /\p{L}/u.test(cell)) < 0.5) return 0;
  const lengths = cells.map((cell) => cellText(cell).length);
  return lengths.reduce((sum, length) => sum + Math.min(length, 200), 0) / lengths.length;
}

/** Of the amounts that can be read in one way only, what most have before their decimals. */
function guessMark(cells: Cell[]): DecimalMark | null {
  const texts = cells.filter((cell): cell is string => typeof cell === "string");
  const isRead = (text: string, mark: DecimalMark) => {
    const [currency = "USD"] = searchedAmounts(text)?.currencies ?? [];
    return parseAmount(text, currency, mark).ok;
  };
  const count = (mark: DecimalMark) => texts.filter((text) => isRead(text, mark)).length;
  const [commas, points] = [count(","), count(".")];
  return commas === points ? null : commas > points ? "," : ".";
}
