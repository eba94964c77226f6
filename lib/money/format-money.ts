import type { CurrencyCode } from "@/lib/money/currencies";

/** For CSV files and form values: `123450` is `1234.50`. */
export function plainAmount(amountMinor: number): string {
  const digits = String(Math.abs(checked(amountMinor))).padStart(3, "0");
  return `${amountMinor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** As this person would type it, without thousands: `1234,50`. Reads back as the same amount whatever the locale. */
export function typedAmount(amountMinor: number, locale: string): string {
  return plainAmount(amountMinor).replace(".", decimalMark(locale));
}

/** What the locale writes before decimals, of the two that people can type: `.` or `,`. */
export function decimalMark(locale: string): "." | "," {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(0.5);
  return parts.some(({ type, value }) => type === "decimal" && value === ".") ? "." : ",";
}

/** The amount with its currency, as the locale writes it: `₡2 500,00`. */
export function formatMoney(amountMinor: number, currency: CurrencyCode, locale: string): string {
  return getParts(amountMinor, currency, locale)
    .map(({ value }) => value)
    .join("");
}

/** The same with the ISO code in place of any sign, for amounts of several currencies side by side: `USD 100.00`. */
export function formatMoneyWithCode(amountMinor: number, currency: CurrencyCode, locale: string): string {
  return format(amountMinor, currency, locale, "code")
    .map(({ value }) => value)
    .join("");
}

/** The pieces of an amount, so that a page can make the whole part loud and the rest quiet. */
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

/** Their short sign means no other offered currency. A bare `$` could mean twenty. */
const ownSign: ReadonlySet<CurrencyCode> = new Set(["CRC", "EUR", "BRL", "NIO"]);

/** A sign where one tells the currency in this locale, the ISO code otherwise; letters like `Cg.` help nobody. */
function getParts(amountMinor: number, currency: CurrencyCode, locale: string): Intl.NumberFormatPart[] {
  const parts = format(amountMinor, currency, locale, ownSign.has(currency) ? "narrowSymbol" : "symbol");
  const hasSign = parts.some(({ type, value }) => type === "currency" && /\p{Sc}/u.test(value));
  return hasSign ? parts : format(amountMinor, currency, locale, "code");
}

/** Always two decimals, whatever the locale's data says; put in as text, so that none is lost to rounding. */
function format(
  amountMinor: number,
  currency: CurrencyCode,
  locale: string,
  currencyDisplay: "narrowSymbol" | "symbol" | "code",
): Intl.NumberFormatPart[] {
  const decimals = plainAmount(amountMinor).slice(-2);
  const digits = { numberingSystem: "latn", minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay, ...digits })
    .formatToParts(Math.trunc(amountMinor / 100))
    .map((part) => (part.type === "fraction" ? { ...part, value: decimals } : part));
}

function checked(amountMinor: number): number {
  if (Number.isSafeInteger(amountMinor)) return amountMinor;
  throw new RangeError("an amount is a safe integer of minor units");
}
