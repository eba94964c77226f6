import { describe, expect, it } from "vitest";
import { currencies, isCurrency } from "@/lib/money/currencies";

// ISO 4217 list one: codes that we leave out, by reason.
const withoutCents = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" ");
const threeOrFourDecimals = "BHD IQD JOD KWD LYD OMR TND CLF UYW".split(" ");
const funds = "BOV CHE CHW COU MXV USN VED XAD".split(" ");
const metalsAndTests = "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split(" ");
const withdrawn = "ANG BGN CUC HRK SLL VEF ZWL".split(" ");

describe("currencies", () => {
  it("begins with those of most merchants, then goes by the alphabet", () => {
    expect(currencies.slice(0, 5)).toEqual(["CRC", "MXN", "USD", "EUR", "COP"]);
    const others = currencies.slice(5);
    expect(others).toEqual([...others].sort());
    expect(new Set(currencies).size).toBe(currencies.length);
  });

  it("holds each two-decimal currency of the Americas and of Europe", () => {
    const expected =
      "ARS AWG BBD BMD BOB BRL BSD BZD CAD CUP DOP FKP GTQ GYD HNL HTG JMD KYD NIO PAB PEN SRD SVC TTD UYU VES " +
      "XCD XCG ALL BAM BYN CHF CZK DKK GBP GEL GIP HUF MDL MKD NOK PLN RON RSD RUB SEK TRY UAH";
    expect(expected.split(" ").filter((code) => !isCurrency(code))).toEqual([]);
  });

  it.each([...withoutCents, ...threeOrFourDecimals, ...funds, ...metalsAndTests, ...withdrawn])(
    "leaves out %s",
    (code) => expect(isCurrency(code)).toBe(false),
  );

  it("holds only codes that the formatter has a name for", () => {
    const names = new Intl.DisplayNames("en", { type: "currency", fallback: "none" });
    expect(currencies.filter((code) => names.of(code) === undefined)).toEqual([]);
  });

  it.each(["usd", "", "US", "USDX", "constructor", "US "])("does not take %j for a currency", (text) => {
    expect(isCurrency(text)).toBe(false);
  });
});
