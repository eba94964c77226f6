import { describe, expect, it } from "vitest";
import { currencies } from "@/lib/money/currencies";
import { formatMoney, formatMoneyWithCode, moneyParts, plainAmount } from "@/lib/money/format-money";

const nbsp = "\u00a0";

describe("formatting", () => {
  it("writes plain amounts", () => {
    expect([0, 5, 50, 123450, -5, -123450, Number.MAX_SAFE_INTEGER].map(plainAmount)).toEqual([
      "0.00",
      "0.05",
      "0.50",
      "1234.50",
      "-0.05",
      "-1234.50",
      "90071992547409.91",
    ]);
  });

  it.each([1.5, Number.NaN, 2 ** 53])("throws at %d, which is no amount", (amountMinor) => {
    expect(() => plainAmount(amountMinor)).toThrow(RangeError);
    expect(() => formatMoney(amountMinor, "USD", "en")).toThrow(RangeError);
  });

  it("keeps every digit of the largest amount", () => {
    expect(formatMoney(Number.MAX_SAFE_INTEGER, "USD", "en")).toBe("$90,071,992,547,409.91");
    expect(formatMoney(Number.MAX_SAFE_INTEGER - 1, "EUR", "es-ES")).toBe(`90.071.992.547.409,90${nbsp}€`);
  });

  it("always shows two decimals, also where CLDR would show none", () => {
    for (const currency of currencies) {
      expect(moneyParts(123456705, currency, "es-CR")).toMatchObject({ decimalMark: ",", decimals: "05" });
    }
    expect(formatMoney(-5, "USD", "en")).toBe("-$0.05");
  });

  it("gives the pieces in the locale's order", () => {
    expect(moneyParts(250000, "CRC", "es-CR")).toEqual({
      symbol: "₡",
      symbolFirst: true,
      whole: `2${nbsp}500`,
      decimalMark: ",",
      decimals: "00",
    });
    expect(moneyParts(1250, "EUR", "es-ES")).toMatchObject({ symbol: "€", symbolFirst: false, whole: "12" });
  });

  it("never writes two currencies alike in one locale", () => {
    for (const locale of ["en", "es", "es-CR", "es-MX", "pt-BR"]) {
      const symbols = currencies.map((currency) => moneyParts(100, currency, locale).symbol);
      expect(new Set(symbols).size).toBe(currencies.length);
    }
  });

  it("writes the code where amounts of several currencies stand side by side", () => {
    expect(formatMoneyWithCode(10000, "USD", "en")).toBe(`USD${nbsp}100.00`);
    expect(formatMoneyWithCode(10001, "COP", "es-CO")).toBe(`COP${nbsp}100,01`);
  });
});
