import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { currencyMarks, otherCurrencyMarks } from "@/lib/money/currency-mark-table";

/** The currencies that a mark can mean, the likeliest first. Empty for a currency that is not offered. */
export type NamedCurrency = CurrencyCode[];

const currenciesByMark = new Map<string, CurrencyCode[]>(
  otherCurrencyMarks.split(" ").map((mark) => [folded(mark), []]),
);
for (const currency of Object.keys(currencyMarks).filter(isCurrency)) {
  for (const mark of new Set((currencyMarks[currency] ?? "").split(" ").map(folded))) {
    currenciesByMark.set(mark, [...(currenciesByMark.get(mark) ?? []), currency]);
  }
}
const longestMark = Math.max(...[...currenciesByMark.keys()].map(({ length }) => length));

/** A single letter means a currency only in capitals, as on a price tag; longer marks do in any case. */
function folded(mark: string): string {
  return mark.length > 1 ? mark.toLowerCase() : mark;
}

/** Reads the marks on one side of an amount, such as `COP $`; null when anything else is there. */
export function readCurrencyMarks(text: string): NamedCurrency[] | null {
  const named: NamedCurrency[] = [];
  // The generic currency sign names no currency.
  let rest = text.replace(/[\s¤]/gu, "");
  while (rest !== "") {
    const mark = markAtStart(rest) ?? codeAtStart(rest);
    if (!mark) return null;
    named.push(mark.currencies);
    rest = rest.slice(mark.length);
  }
  return named;
}

type MarkAtStart = { length: number; currencies: NamedCurrency };

/**
 * The longest mark that is not the beginning of a longer word. A dot after letters belongs to the mark: `Rs.`, `S/.`
 */
function markAtStart(text: string): MarkAtStart | null {
  for (let length = Math.min(longestMark, text.length); length > 0; length--) {
    const currencies = currenciesByMark.get(folded(text.slice(0, length)));
    const endsInLetter = /\p{L}$/u.test(text.slice(0, length));
    if (!currencies || (endsInLetter && /^\p{L}/u.test(text.slice(length)))) continue;
    const hasDot = text[length] === "." && /[\p{L}/]$/u.test(text.slice(0, length));
    return { length: length + (hasDot ? 1 : 0), currencies };
  }
  // The sign of a currency that is not offered.
  return /^\p{Sc}/u.test(text) ? { length: [...text][0]?.length ?? 1, currencies: [] } : null;
}

/** An ISO code, whether its currency is offered or not. */
function codeAtStart(text: string): MarkAtStart | null {
  const code = /^[a-z]{3}(?!\p{L})/iu.exec(text)?.[0].toUpperCase();
  if (code === undefined) return null;
  if (isCurrency(code)) return { length: 3, currencies: [code] };
  return isoCodes().has(code) ? { length: 3, currencies: [] } : null;
}

let knownIsoCodes: ReadonlySet<string> | undefined;

function isoCodes(): ReadonlySet<string> {
  knownIsoCodes ??= new Set(Intl.supportedValuesOf("currency"));
  return knownIsoCodes;
}
