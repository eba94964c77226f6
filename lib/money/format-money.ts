import { remember } from "@/lib/core/remember";
import type { CurrencyCode } from "@/lib/money/currencies";

/** For CSV files and form values: `123450` is `1234.50`. */
export function plainAmount(amountMinor: number | bigint): `${number}` {
  const digits = String(checked(amountMinor)).replace("-", "").padStart(3, "0");
  // The compiler cannot know that digits are a number.
  return `${amountMinor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
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
  return formatter(locale, currency).format(plainAmount(amountMinor));
}

/** The same with the ISO code in place of the sign, for lists of several currencies: `USD 100.00`. */
export function formatMoneyWithCode(amountMinor: number, currency: CurrencyCode, locale: string): string {
  return formatterWith(locale, currency, "code").format.format(plainAmount(amountMinor));
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
  const parts = formatter(locale, currency).formatToParts(plainAmount(amountMinor));
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

type Display = "narrowSymbol" | "symbol" | "code";

/**
 * With the sign where it is clear in this locale, otherwise with the ISO code. Abbreviations such as `Cg.` are not
 * used.
 */
function formatter(locale: string, currency: CurrencyCode): Intl.NumberFormat {
  const signed = formatterWith(locale, currency, ownSign.has(currency) ? "narrowSymbol" : "symbol");
  return signed.hasSign ? signed.format : formatterWith(locale, currency, "code").format;
}

/** Locales come from browsers, which can name any. */
const mostFormatters = 500;

/** Making one takes as long as formatting many amounts. */
const findFormatter = remember(mostFormatters, (key: string) => {
  const [locale, currency, currencyDisplay]: [string, CurrencyCode, Display] = JSON.parse(key);
  // Always two decimals, whatever the locale's data says.
  const digits = { numberingSystem: "latn", minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay, ...digits });
  const isSign = ({ type, value }: Intl.NumberFormatPart) => type === "currency" && /\p{Sc}/u.test(value);
  return { format, hasSign: format.formatToParts(0).some(isSign) };
});

function formatterWith(locale: string, currency: CurrencyCode, display: Display) {
  return findFormatter(JSON.stringify([locale, currency, display]));
}

function checked(amountMinor: number | bigint): number | bigint {
  if (typeof amountMinor === "bigint" || Number.isSafeInteger(amountMinor)) return amountMinor;
  throw new RangeError("an amount is a safe integer of minor units");
}
