import type { CurrencyCode } from "@/lib/money/currencies";

/** For CSV files and form values: `123450` is `1234.50`. */
export function plainAmount(amountMinor: number | bigint): string {
  const digits = String(checked(amountMinor)).replace("-", "").padStart(3, "0");
  return `${amountMinor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * As this person would type it, without thousands separators: `1234,50`. It is read back as the same amount in every
 * locale.
 */
export function typedAmount(amountMinor: number, locale: string): string {
  return plainAmount(amountMinor).replace(".", decimalMark(locale));
}

/** The decimal mark of a locale, of the two that keyboards have: `.` or `,`. */
export function decimalMark(locale: string): "." | "," {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(0.5);
  return parts.some(({ type, value }) => type === "decimal" && value === ".") ? "." : ",";
}

/** The amount with its currency, as the locale writes it: `₡2 500,00`. A sum of many may be larger than a number holds. */
export function formatMoney(amountMinor: number | bigint, currency: CurrencyCode, locale: string): string {
  return getParts(amountMinor, currency, locale)
    .map(({ value }) => value)
    .join("");
}

/** The same with the ISO code in place of the sign, for lists of several currencies: `USD 100.00`. */
export function formatMoneyWithCode(amountMinor: number, currency: CurrencyCode, locale: string): string {
  return format(amountMinor, currency, locale, "code")
    .map(({ value }) => value)
    .join("");
}

/** The parts of an amount, so that a page can show the whole part larger than the rest. */
export type MoneyParts = {
  symbol: string;
  symbolFirst: boolean;
  whole: string;
  decimalMark: string;
  decimals: string;
};

export function moneyParts(amountMinor: number, currency: CurrencyCode, locale: string): MoneyParts {
  const parts = getParts(amountMinor, currency, locale);
  const text = (...types: string[]) =>
    parts.map(({ type, value }) => (types.includes(type) ? value : "")).join("");
  const place = (wanted: string) => parts.findIndex(({ type }) => type === wanted);
  return {
    symbol: text("currency"),
    symbolFirst: place("currency") < place("integer"),
    whole: text("minusSign", "integer", "group"),
    decimalMark: text("decimal"),
    decimals: text("fraction"),
  };
}

/** Currencies whose short sign no other offered currency has. A bare `$` could be one of twenty. */
const ownSign: ReadonlySet<CurrencyCode> = new Set(["CRC", "EUR", "BRL", "NIO"]);

/**
 * With the sign where it is clear in this locale, otherwise with the ISO code. Abbreviations such as `Cg.` are not
 * used.
 */
function getParts(
  amountMinor: number | bigint,
  currency: CurrencyCode,
  locale: string,
): Intl.NumberFormatPart[] {
  const parts = format(amountMinor, currency, locale, ownSign.has(currency) ? "narrowSymbol" : "symbol");
  const hasSign = parts.some(({ type, value }) => type === "currency" && /\p{Sc}/u.test(value));
  return hasSign ? parts : format(amountMinor, currency, locale, "code");
}

/**
 * Always two decimals, whatever the locale's data says. The amount is passed as text, so that nothing is lost to
 * rounding.
 */
function format(
  amountMinor: number | bigint,
  currency: CurrencyCode,
  locale: string,
  currencyDisplay: "narrowSymbol" | "symbol" | "code",
): Intl.NumberFormatPart[] {
  const decimals = plainAmount(amountMinor).slice(-2);
  return formatter(locale, currency, currencyDisplay)
    .formatToParts(typeof amountMinor === "bigint" ? amountMinor / 100n : Math.trunc(amountMinor / 100))
    .map((part) => (part.type === "fraction" ? { ...part, value: decimals } : part));
}

/** Making one takes as long as formatting many amounts. */
const formatters = new Map<string, Intl.NumberFormat>();
const mostFormatters = 500;

function formatter(
  locale: string,
  currency: CurrencyCode,
  currencyDisplay: "narrowSymbol" | "symbol" | "code",
) {
  const key = `${locale} ${currency} ${currencyDisplay}`;
  const digits = { numberingSystem: "latn", minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const found =
    formatters.get(key) ??
    new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay, ...digits });
  // Locales come from browsers, which can name any.
  if (formatters.size >= mostFormatters) formatters.clear();
  formatters.set(key, found);
  return found;
}

function checked(amountMinor: number | bigint): number | bigint {
  if (typeof amountMinor === "bigint" || Number.isSafeInteger(amountMinor)) return amountMinor;
  throw new RangeError("an amount is a safe integer of minor units");
}
