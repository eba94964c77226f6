import type { CurrencyCode } from "@/lib/money/currencies";

/**
 * Currencies in which three US dollars, the price of a coffee, are about a thousand or more: three digits after a mark
 * are thousands there far more often than decimals. Only a tenfold change of a rate would move a currency in or out of
 * this list.
 */
// biome-ignore format: a table of codes reads better in rows.
const mostlyThousands: ReadonlySet<CurrencyCode> = new Set<CurrencyCode>([
  "CRC", "COP",
  "AMD", "AOA", "ARS", "CDF", "HUF", "IDR", "IRR", "KHR", "KPW", "KZT", "LAK", "LBP", "LKR", "MGA", "MMK", "MNT",
  "MWK", "NGN", "SDG", "SOS", "SSP", "SYP", "TZS", "UZS", "YER",
]);

/** Whether three digits after a mark are more likely thousands than decimals. */
export function amountsAreMostlyThousands(currency: CurrencyCode): boolean {
  return mostlyThousands.has(currency);
}
