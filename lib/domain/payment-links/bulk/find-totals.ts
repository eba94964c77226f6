import type { CheckedRow, Layout } from "@/lib/domain/payment-links/bulk/schema";
import { currencies } from "@/lib/money/currencies";
import type { TableRow } from "@/lib/spreadsheets/table";

const total =
  "(?:gran |grand |sub[ -]?)?total(?:es|s)?|(?:sub[ -]?)?totais|sum(?:as?|s|atoria)?|somas?|somatorio";
const amount = "importe|monto|valor|precio|preco|saldo|amount|price";
const code = currencies.join("|").toLowerCase();
const rest = `total|general|geral|final|a pagar|a cobrar|a receber|due|${amount}|${code}`;

/** A cell that says nothing but that it is a total, in the languages of the portal. */
const saysTotal = new RegExp(`^(?:(?:${total})(?: (?:${rest}))*|(?:${amount}) total)$`);
/** One that says it and more, as in "Total March". */
const beginsWithTotal = new RegExp(`^(?:(?:${total})|(?:${amount}) total)(?![\\p{L}\\p{N}])`, "u");

/**
 * The rows that look like a total of others, by their index, each with the column that says so. A row is one if it says
 * nothing else, or if it says it and has what the rows above it add up to, since the start or since the total before.
 */
export function findTotals(
  rows: readonly TableRow[],
  checked: readonly Pick<CheckedRow, "amountMinor" | "currency" | "problems">[],
  { columns }: Pick<Layout, "columns">,
): Map<number, number> {
  const isMoney = columns.map((role) => role === "amount" || role === "currency");
  const found = new Map<number, number>();
  const bare: number[] = [];
  const all = new Sums();
  let group = new Sums();
  for (const [index, { cells }] of rows.entries()) {
    const { amountMinor = null, currency = null, problems = null } = checked[index] ?? {};
    // What says that it is a total may be in a column of its own.
    if (problems?.some(({ code }) => code !== "description_missing")) continue;
    const isPriced = amountMinor !== null && currency !== null;
    const texts = cells.map((cell, at) => (typeof cell === "string" && !isMoney[at] ? toWords(cell) : ""));
    const column = texts.findIndex((text) => beginsWithTotal.test(text));
    const isSum = isPriced && [all, group].some((sums) => sums.isSum(amountMinor, currency));
    const isBare = column >= 0 && texts.every((text) => text === "" || saysTotal.test(text));
    if (column >= 0 && (isSum || (isBare && index > 0))) {
      found.set(index, column);
      if (!isSum) bare.push(index);
      group = new Sums();
    } else if (isPriced) {
      all.add(amountMinor, currency);
      group.add(amountMinor, currency);
    }
  }
  // Where most rows say it, it is what is sold.
  if (found.size * 2 > rows.length) for (const index of bare) found.delete(index);
  return found;
}

/** What rows add up to, by currency. */
class Sums {
  readonly #sums = new Map<string, { rows: number; amountMinor: number }>();

  add(amountMinor: number, currency: string): void {
    const { rows, amountMinor: before } = this.#sums.get(currency) ?? { rows: 0, amountMinor: 0 };
    this.#sums.set(currency, { rows: rows + 1, amountMinor: before + amountMinor });
  }

  /** Of one row, the same amount once more is no sum. */
  isSum(amountMinor: number, currency: string): boolean {
    const sum = this.#sums.get(currency);
    return sum !== undefined && sum.rows > 1 && sum.amountMinor === amountMinor;
  }
}

/** Without accents, case, and what stands around words or counts them, as in `TOTAL (25):`. */
function toWords(cell: string): string {
  return cell
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "")
    .replace(/\s+/g, " ");
}
