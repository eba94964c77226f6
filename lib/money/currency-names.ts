import { type CurrencyCode, currencies } from "@/lib/money/currencies";

/** The wide space keeps a name out of a closed list that has room for the code alone. */
const space = "\u2003\u2003";

/**
 * Every currency as its code and its name in the reader's language.
 * @param used these come first, in their order.
 */
export function listCurrencyOptions(
  locale: string,
  used: readonly CurrencyCode[] = [],
): { value: CurrencyCode; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "currency", fallback: "none" });
  return [...new Set([...used, ...currencies])].map((value) => {
    const name = names.of(value);
    return { value, label: name === undefined ? value : value + space + name };
  });
}
