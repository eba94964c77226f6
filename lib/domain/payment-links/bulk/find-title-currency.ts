import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { readCurrencyMarks } from "@/lib/money/currency-marks";
import { type Cell, cellText } from "@/lib/spreadsheets/table";

/** How people call currencies in the name of a column, where it can be no other. */
const namesOfCurrencies: [RegExp, CurrencyCode][] = [
  [/^d[oó]l(?:are|lar)s$/, "USD"],
  [/^colones$/, "CRC"],
  [/^euros$/, "EUR"],
  [/^reais$/, "BRL"],
  [/^quetzales$/, "GTQ"],
  [/^lempiras$/, "HNL"],
  [/^c[oó]rdobas$/, "NIO"],
];

/**
 * The one currency that the name of a column says its amounts are in, as in `Monto (USD)`; null when it says none, or several.
 * @param usual preferred where a sign has several.
 */
export function findTitleCurrency(title: Cell | undefined, usual: CurrencyCode): CurrencyCode | null {
  const words = cellText(title).split(/[\s()[\]/:;,.-]+/u);
  const [only, ...others] = new Set(words.flatMap((word) => readWord(word, usual) ?? []));
  return only !== undefined && others.length === 0 ? only : null;
}

function readWord(word: string, usual: CurrencyCode): CurrencyCode | undefined {
  if (isCurrency(word)) return word;
  const lower = word.toLowerCase();
  const named = namesOfCurrencies.find(([name]) => name.test(lower));
  if (named) return named[1];
  const [marked = []] = /\p{Sc}/u.test(word) ? (readCurrencyMarks(word) ?? []) : [];
  // The likeliest is the first.
  return marked.includes(usual) ? usual : marked[0];
}
