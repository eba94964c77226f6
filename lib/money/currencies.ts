/**
 * The currencies that a link can be made in: ISO 4217's codes for money in circulation with exactly two
 * decimals (list one, amendment 180). Funds, metals and test codes are left out, and so is VED, which ISO
 * reserves for Venezuela's internal use beside VES. The first five are those of most merchants.
 */
// biome-ignore format: a table of codes reads better in rows.
export const currencies = [
  "CRC", "MXN", "USD", "EUR", "COP",
  "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN",
  "BAM", "BBD", "BDT", "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD",
  "CAD", "CDF", "CHF", "CNY", "CUP", "CVE", "CZK",
  "DKK", "DOP", "DZD",
  "EGP", "ERN", "ETB",
  "FJD", "FKP",
  "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD",
  "HKD", "HNL", "HTG", "HUF",
  "IDR", "ILS", "INR", "IRR",
  "JMD",
  "KES", "KGS", "KHR", "KPW", "KYD", "KZT",
  "LAK", "LBP", "LKR", "LRD", "LSL",
  "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MYR", "MZN",
  "NAD", "NGN", "NIO", "NOK", "NPR", "NZD",
  "PAB", "PEN", "PGK", "PHP", "PKR", "PLN",
  "QAR",
  "RON", "RSD", "RUB",
  "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL",
  "THB", "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS",
  "UAH", "UYU", "UZS",
  "VES",
  "WST",
  "XCD", "XCG",
  "YER",
  "ZAR", "ZMW", "ZWG",
] as const;

export type CurrencyCode = (typeof currencies)[number];

const known: ReadonlySet<string> = new Set(currencies);

/** Whether the text is one of the offered codes, in capitals as ISO writes them. */
export function isCurrency(text: string): text is CurrencyCode {
  return known.has(text);
}
