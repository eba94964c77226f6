import { remember } from "@/lib/core/remember";
import { type CurrencyCode, currencies } from "@/lib/money/currencies";

/** The wide space keeps a name out of a closed list that has room for the code alone. */
const space = "\u2003\u2003";

export type CurrencyOption = { value: CurrencyCode; label: string };

/**
 * Every currency as its code and its name in the reader's language.
 * @param used these come first, in their order.
 * @param options.named only these have their names, and the others are codes alone; all when not given.
 */
export function listCurrencyOptions(
  locale: string,
  used: readonly CurrencyCode[] = [],
  { named = currencies }: { named?: readonly string[] } = {},
): CurrencyOption[] {
  const toName = currencyNames(locale);
  return [...new Set([...used, ...currencies])].map((value) => ({
    value,
    label: named.includes(value) ? toName(value) : value,
  }));
}

/** These currencies alone, for a list that is opened with them and completed by `listCurrencyOptions`. */
export function nameCurrencies(locale: string, codes: readonly CurrencyCode[]): CurrencyOption[] {
  const toName = currencyNames(locale);
  return codes.map((value) => ({ value, label: toName(value) }));
}

/** Locales come from browsers. */
const mostLocales = 500;

const currencyNames = remember(mostLocales, (locale: string) => {
  const names = new Intl.DisplayNames(locale, { type: "currency", fallback: "none" });
  return (code: CurrencyCode) => {
    const name = names.of(code);
    return name === undefined ? code : code + space + name;
  };
});
