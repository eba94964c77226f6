import { describe, expect, it } from "vitest";
import { fail, ok } from "@/lib/core/result";
import { currencies } from "@/lib/money/currencies";
import { formatMoney, moneyParts, plainAmount } from "@/lib/money/format-money";
import { parseAmount, resolveAmount } from "@/lib/money/money";
import { seededRandom } from "@/tests/support/seeded-random";

const nbsp = "\u00a0";
const narrow = "\u202f";
const thin = "\u2009";

describe("parseAmount", () => {
  it.each<[string, number]>([
    ["1.234,50", 123450],
    ["1,234.50", 123450],
    ["1 234,50", 123450],
    [`1${nbsp}234,50`, 123450],
    [`1${narrow}234,50`, 123450],
    [`1${thin}234,50`, 123450],
    ["1'234.50", 123450],
    ["1’234.50", 123450],
    ["1 234", 123400],
    ["12 345 678", 1234567800],
    ["2500", 250000],
    ["2500.5", 250050],
    ["2500,5", 250050],
    [",50", 50],
    [".5", 50],
    ["50.", 5000],
    ["  50  ", 5000],
    ["0.01", 1],
    ["007", 700],
    ["0.500", 50],
    [",500", 50],
    ["01.500", 150],
    ["1234.500", 123450],
    ["1,234.500", 123450],
    ["1.234.567", 123456700],
    ["1,234,567", 123456700],
    ["1.234.567,8", 123456780],
    ["₡2 500,00", 250000],
    ["₡2500", 250000],
    ["USD 12.50", 1250],
    ["usd12.50", 1250],
    ["12,50 €", 1250],
    ["12.50 USD", 1250],
    ["$12.50 USD", 1250],
    ["US$ 12,50", 1250],
    ["R$12,50", 1250],
    ["C$12.50", 1250],
    ["Q12.50", 1250],
    ["S/ 12.50", 1250],
    ["S/. 12.50", 1250],
    ["B/.12.50", 1250],
    ["Bs 12,50", 1250],
    ["50,-", 5000],
    ["CHF 1'050.–", 105000],
    ["90071992547409.91", Number.MAX_SAFE_INTEGER],
  ])("reads %s as %d minor units", (text, amountMinor) => {
    expect(parseAmount(text)).toEqual(ok(amountMinor));
  });

  it.each<[string, number[]]>([
    ["1.500", [150000, 150]],
    ["1,500", [150000, 150]],
    ["12.345", [1234500]],
    ["100,000", [10000000, 10000]],
    ["₡1.500", [150000, 150]],
  ])("asks what %s means", (text, interpretations) => {
    expect(parseAmount(text)).toEqual(fail({ code: "ambiguous", interpretations }));
  });

  it.each<[string, string]>([
    ["", "empty"],
    ["   ", "empty"],
    [nbsp, "empty"],
    ["0", "zero"],
    ["0,00", "zero"],
    ["0.000", "zero"],
    ["-0", "zero"],
    ["-5", "negative"],
    ["−5", "negative"],
    ["5-", "negative"],
    ["(12.50)", "negative"],
    ["-$5", "negative"],
    ["$-5", "negative"],
    ["-5,00 €", "negative"],
    ["-1.500", "negative"],
    ["12.3456", "too_many_decimals"],
    ["0.505", "too_many_decimals"],
    ["1,234.567", "too_many_decimals"],
    ["1.5000", "too_many_decimals"],
    ["90071992547409.92", "too_large"],
    ["90.071.992.547.409,92", "too_large"],
    ["9".repeat(17), "too_large"],
    ["9".repeat(100_000), "too_large"],
    ["1e9", "not_a_number"],
    ["1e999", "not_a_number"],
    ["0x10", "not_a_number"],
    ["Infinity", "not_a_number"],
    ["NaN", "not_a_number"],
    ["abc", "not_a_number"],
    ["x".repeat(100_000), "not_a_number"],
    ["abc 12", "not_a_number"],
    ["12 pesos", "not_a_number"],
    ["USD", "not_a_number"],
    ["$", "not_a_number"],
    ["-", "not_a_number"],
    ["()", "not_a_number"],
    [".", "not_a_number"],
    ["--5", "not_a_number"],
    ["5-3", "not_a_number"],
    ["1.23.456", "not_a_number"],
    ["1,2,3", "not_a_number"],
    ["1.234,56,7", "not_a_number"],
    ["1,234.567.890", "not_a_number"],
    ["1.234 567", "not_a_number"],
    ["1 234.567,00", "not_a_number"],
    ["12 34", "not_a_number"],
    ["1234 567", "not_a_number"],
    ["1''234", "not_a_number"],
    ["1..5", "not_a_number"],
    ["0.123.456", "not_a_number"],
    ["5½", "not_a_number"],
    ["5²", "not_a_number"],
    ["1\n2", "not_a_number"],
    ["1\u00002", "not_a_number"],
    ["\u202e12", "not_a_number"],
    ["💸", "not_a_number"],
    ["١٢", "other_digits"],
    ["１２", "other_digits"],
    ["१२.५०", "other_digits"],
    ["1٢", "other_digits"],
  ])("refuses %j as %s", (text, code) => {
    expect(parseAmount(text)).toMatchObject({ ok: false, code });
  });

  it("takes time in proportion to the text, not to its square", () => {
    const started = performance.now();
    for (const piece of ["1", " ", "1.", "1,1.", "(", "$", "-", "a", "'"])
      parseAmount(piece.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe("resolveAmount", () => {
  it("takes a chosen reading of this very text", () => {
    expect(resolveAmount("1.500", "150")).toEqual(ok(150));
    expect(resolveAmount("1.500", "150000")).toEqual(ok(150000));
    expect(resolveAmount("12.345", "1234500")).toEqual(ok(1234500));
  });

  it.each(["1", "1500", "150.0", "0150", " 150", "1e2", "", undefined])(
    "asks again for the choice %j",
    (choice) => {
      expect(resolveAmount("1.500", choice)).toMatchObject({ code: "ambiguous" });
    },
  );

  it("ignores a choice when the text can be read in one way", () => {
    expect(resolveAmount("20", "150")).toEqual(ok(2000));
    expect(resolveAmount("x", "150")).toEqual(fail({ code: "not_a_number" }));
  });
});

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
});

describe("what is shown can be typed back", () => {
  const locales = ["en", "es-CR", "es-ES", "es-MX", "pt-BR", "de-CH"];
  const random = seededRandom(20_260_101);
  const randomAmount = () => 1 + Math.floor(random() ** 4 * 10 ** (2 + random() * 13.9));

  it.each(locales)("with its currency, in %s", (locale) => {
    for (let n = 0; n < 2_000; n++) {
      const amountMinor = randomAmount();
      const currency = currencies[Math.floor(random() * currencies.length)] ?? "USD";
      const shown = formatMoney(amountMinor, currency, locale);
      expect(parseAmount(shown), shown).toEqual(ok(amountMinor));
    }
  });

  it.each(locales)("as whole units without decimals, at worst asked, in %s", (locale) => {
    for (let n = 0; n < 500; n++) {
      const amountMinor = 100 * Math.ceil(randomAmount() / 100);
      const shown = new Intl.NumberFormat(locale).format(amountMinor / 100);
      const amount = parseAmount(shown);
      const interpretations = amount.ok
        ? [amount.value]
        : amount.code === "ambiguous"
          ? amount.interpretations
          : [];
      expect(interpretations, shown).toContain(amountMinor);
    }
  });

  it("as a plain amount", () => {
    for (let n = 0; n < 2_000; n++) {
      const amountMinor = randomAmount();
      expect(parseAmount(plainAmount(amountMinor))).toEqual(ok(amountMinor));
    }
  });
});
