import { describe, expect, it } from "vitest";
import { fail, ok } from "@/lib/core/result";
import type { CurrencyCode } from "@/lib/money/currencies";
import { interpretationsIn, parseAmount, resolveAmount, searchedAmounts } from "@/lib/money/money";
import { startProcessorClock } from "@/tests/support/processor-clock";

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
    ["1234.500", 123450],
    ["1.234.567", 123456700],
    ["1,234,567", 123456700],
    ["1.234.567,8", 123456780],
    ["1'234", 123400],
    ["1_234", 123400],
    ["1`234´567", 123456700],
    ["1ʼ234‘567.50", 123456750],
    ["2'500,000.50", 250000050],
    ["1'500.000,00", 150000000],
    ["1'500 000", 150000000],
    ["2.345'678.901", 234567890100],
    ["1'500'000.00", 150000000],
    ["1,00,000.00", 10000000],
    ["12,34,567", 123456700],
    ["1,23,45,678.9", 1234567890],
    ["12·50", 1250],
    ["1·234,50", 123450],
    ["1٬234٫50", 123450],
    ["1٫500", 150],
    ["1.234.567.", 123456700],
    ["1.500,-", 150000],
    ["+12.50", 1250],
    ["\u202d12.50\u202c", 1250],
    ["\u200e12.50\u200f", 1250],
    ["\u2066$\u20691,234.50", 123450],
    ["\ufeff\u200b12.50\u00ad", 1250],
    ["\u061c12.50\u2060", 1250],
    ["1\u200b234.50", 123450],
    ["\t12.50\r\n", 1250],
    ["USD\t12.50", 1250],
    ["１２．５０", 1250],
    ["＄１２", 1200],
    ["𝟏𝟐.𝟓𝟎", 1250],
    ["50,-", 5000],
    ["90071992547409.91", Number.MAX_SAFE_INTEGER],
  ])("reads %s as %d minor units", (text, amountMinor) => {
    expect(parseAmount(text, "USD")).toEqual(ok(amountMinor));
  });

  it.each<[string, CurrencyCode, number[]]>([
    ["1.500", "USD", [150000, 150]],
    ["1,500", "USD", [150000, 150]],
    ["1·500", "USD", [150000, 150]],
    ["12.345", "USD", [1234500]],
    ["100,000", "USD", [10000000, 10000]],
    ["8,900", "CRC", [890000, 890]],
    ["01.500", "USD", [150000, 150]],
    ["1,500.", "USD", [150000, 150]],
    // A mark for millions, or three decimals.
    ["1'500.000", "COP", [150000000, 150000]],
    ["1’500,000", "MXN", [150000000, 150000]],
    ["1'500.250", "COP", [150025000, 150025]],
    ["1'500.255", "COP", [150025500]],
    ["1'500'000.000", "COP", [150000000000, 150000000]],
    // In currencies whose amounts are thousands, mixed marks mean thousands first.
    ["1 500.000", "COP", [150000000, 150000]],
    [`1${nbsp}500,000`, "CRC", [150000000, 150000]],
    ["1,500.000", "COP", [150000000, 150000]],
    ["1,500.000", "USD", [150000, 150000000]],
    ["1.500,000", "EUR", [150000, 150000000]],
    ["1٬500.000", "USD", [150000, 150000000]],
    ["1_500.000", "USD", [150000, 150000000]],
    ["1,234,567.000", "USD", [123456700, 123456700000]],
    ["1,234.567", "USD", [123456700]],
    // Marks that contradict each other have at most one meaning, and the person is asked about that too.
    ["1.500.00", "USD", [150000]],
    ["1,500,00", "COP", [150000]],
    ["1.234.567.89", "USD", [123456789]],
    ["1.500'000,00", "COP", [150000000]],
    ["1 234.567,00", "COP", [123456700]],
    ["1,234.567.890", "COP", [123456789000]],
    ["1.234 567", "COP", [123456700]],
    ["1'500.000.00", "MXN", [150000000]],
  ])("asks what %s in %s means", (text, currency, amountsMinor) => {
    const interpretations = amountsMinor.map((amountMinor) => ({ amountMinor, currency }));
    expect(parseAmount(text, currency)).toEqual(fail({ code: "ambiguous", interpretations }));
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
    ["-1.500", "negative"],
    ["12.3456", "too_many_decimals"],
    ["0.505", "too_many_decimals"],
    ["1.5000", "too_many_decimals"],
    ["90071992547409.92", "too_large"],
    ["9".repeat(60), "too_large"],
    ["90.071.992.547.409,92", "too_large"],
    ["9".repeat(17), "too_large"],
    ["9".repeat(100_000), "too_large"],
    [`5${"\u200b".repeat(600)}000`, "not_a_number"],
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
    ["1.23.456", "unclear_marks"],
    ["1,2,3", "unclear_marks"],
    ["1,00,00", "unclear_marks"],
    ["1.00.000", "unclear_marks"],
    ["1,2345.00", "unclear_marks"],
    ["1500,000.00", "unclear_marks"],
    ["1'50", "unclear_marks"],
    ["1'500,00,0", "unclear_marks"],
    ["1 500 00", "unclear_marks"],
    ["1, 500", "unclear_marks"],
    ["1٫500٫00", "unclear_marks"],
    ["1\t500", "not_a_number"],
    ["12€50", "not_a_number"],
    ["12 50 USD x", "not_a_number"],
    ["q50", "not_a_number"],
    ["+-5", "not_a_number"],
    ["-(5)", "not_a_number"],
    ["(5", "not_a_number"],
    ["–5", "negative"],
    ["USD -1.500", "negative"],
    ["1.234,56,7", "unclear_marks"],
    ["12 34", "unclear_marks"],
    ["1234 567", "unclear_marks"],
    ["1''234", "unclear_marks"],
    ["1..5", "unclear_marks"],
    ["0.123.456", "unclear_marks"],
    ["5½", "not_a_number"],
    ["5²", "not_a_number"],
    ["1\n2", "not_a_number"],
    ["1\u00002", "not_a_number"],
    ["\u202e12", "not_a_number"],
    ["💸", "not_a_number"],
    ["١٢", "other_digits"],
    ["१२.५०", "other_digits"],
    ["1٢", "other_digits"],
  ])("refuses %j as %s", (text, code) => {
    expect(parseAmount(text, "USD")).toMatchObject({ ok: false, code });
  });

  it("takes time in proportion to the text, not to its square", () => {
    const usedMs = startProcessorClock();
    for (const piece of ["1", " ", "1.", "1,1.", "(", "$", "-", "a", "'", "\u200b", "１", "USD "])
      parseAmount(piece.repeat(1_000_000), "USD");
    expect(usedMs()).toBeLessThan(2_000);
  });
});

describe("a currency in the text", () => {
  it.each<[string, CurrencyCode, number]>([
    ["₡2 500,00", "CRC", 250000],
    ["¢2500", "CRC", 250000],
    ["USD 12.50", "USD", 1250],
    ["usd12.50", "USD", 1250],
    ["12.50 USD", "USD", 1250],
    ["$12.50 USD", "USD", 1250],
    ["USD $12.50", "USD", 1250],
    ["US$ 12,50", "USD", 1250],
    ["U$S 12,50", "USD", 1250],
    ["12,50 $ US", "USD", 1250],
    ["$12.50", "COP", 1250],
    ["$12.50", "MXN", 1250],
    ["$12.50 COP", "COP", 1250],
    ["COP$12.50", "COP", 1250],
    ["12,50 €", "EUR", 1250],
    ["€12,50", "EUR", 1250],
    ["R$12,50", "BRL", 1250],
    ["C$12.50", "NIO", 1250],
    ["C$12.50", "CAD", 1250],
    ["Q12.50", "GTQ", 1250],
    ["Q.500", "GTQ", 50000],
    ["L. 12.50", "HNL", 1250],
    ["S/ 12.50", "PEN", 1250],
    ["S/. 12.50", "PEN", 1250],
    ["S/.12.50", "PEN", 1250],
    ["B/.12.50", "PAB", 1250],
    ["Bs 12,50", "BOB", 1250],
    ["Bs.12,50", "VES", 1250],
    ["RD$ 12.50", "DOP", 1250],
    ["Rs.500", "INR", 50000],
    ["£5", "GBP", 500],
    ["50,- €", "EUR", 5000],
    ["CHF 1'050.–", "CHF", 105000],
    ["\u200e₡\u00a02500", "CRC", 250000],
    ["¤ 5", "CRC", 500],
  ])("that is the chosen one is read: %s", (text, currency, amountMinor) => {
    expect(parseAmount(text, currency)).toEqual(ok(amountMinor));
  });

  it.each<[string, CurrencyCode, string[]]>([
    ["USD 100", "COP", ["10000 USD", "10000 COP"]],
    ["100 usd", "COP", ["10000 USD", "10000 COP"]],
    ["US$100", "COP", ["10000 USD", "10000 COP"]],
    ["€100", "USD", ["10000 EUR", "10000 USD"]],
    ["100 €", "CRC", ["10000 EUR", "10000 CRC"]],
    ["$100", "CRC", ["10000 USD", "10000 CRC"]],
    ["$100", "EUR", ["10000 USD", "10000 EUR"]],
    ["₡100", "USD", ["10000 CRC", "10000 USD"]],
    ["$100 MXN", "COP", ["10000 MXN", "10000 COP"]],
    ["S/ 100", "USD", ["10000 PEN", "10000 USD"]],
    ["Q100", "USD", ["10000 GTQ", "10000 USD"]],
    ["B/.100", "USD", ["10000 PAB", "10000 USD"]],
    ["R$100", "USD", ["10000 BRL", "10000 USD"]],
    ["£100", "USD", ["10000 GBP", "10000 USD"]],
    ["€100 USD", "USD", ["10000 EUR", "10000 USD"]],
    ["€100 USD", "CRC", ["10000 EUR", "10000 USD", "10000 CRC"]],
    ["USD 1.500", "COP", ["150000 USD", "150 USD", "150000 COP", "150 COP"]],
    ["COP 1,500.000", "USD", ["150000000 COP", "150000 COP", "150000 USD", "150000000 USD"]],
  ])("that contradicts the chosen one is asked about: %s in %s", (text, currency, expected) => {
    const amount = parseAmount(text, currency);
    expect(amount).toMatchObject({ ok: false, code: "currency_contradicted" });
    const interpretations = interpretationsIn(amount);
    expect(interpretations.map((one) => `${one.amountMinor} ${one.currency}`)).toEqual(expected);
  });

  it.each(["JPY 100", "100 jpy", "CLP 1.500", "₲ 50.000", "Gs. 50.000", "₿1", "CL$ 100", "KWD 1", "₫5"])(
    "in which no link can be made is said: %s",
    (text) => expect(parseAmount(text, "USD")).toEqual(fail({ code: "currency_not_offered" })),
  );
});

describe("resolveAmount", () => {
  it.each<[string, CurrencyCode, string, number, CurrencyCode]>([
    ["1.500", "USD", "150 USD USD", 150, "USD"],
    ["1.500", "USD", "150000 USD USD", 150000, "USD"],
    ["12.345", "CRC", "1234500 CRC CRC", 1234500, "CRC"],
    ["USD 100", "COP", "10000 USD COP", 10000, "USD"],
    ["USD 100", "COP", "10000 COP COP", 10000, "COP"],
  ])("takes a chosen interpretation of %s in %s: %s", (text, chosen, choice, amountMinor, currency) => {
    expect(resolveAmount(text, chosen, choice)).toEqual(ok({ amountMinor, currency }));
  });

  it.each([
    "1 USD USD",
    "1500 USD USD",
    "150",
    "150.0 USD USD",
    "0150 USD USD",
    " 150 USD USD",
    "150 CRC CRC",
    "150 USD CRC",
    "150 CRC USD",
    "",
  ])("asks again for the choice %j", (choice) => {
    expect(resolveAmount("1.500", "USD", choice)).toMatchObject({ code: "ambiguous" });
  });

  it("asks again when another currency was chosen since", () => {
    expect(resolveAmount("USD 100", "EUR", "10000 USD COP")).toMatchObject({ code: "currency_contradicted" });
  });

  it("ignores a choice when the text can be read in one way", () => {
    expect(resolveAmount("20", "USD", "150 USD USD")).toEqual(ok({ amountMinor: 2000, currency: "USD" }));
    expect(resolveAmount("x", "USD", "150 USD USD")).toEqual(fail({ code: "not_a_number" }));
  });
});

describe("searchedAmounts", () => {
  it.each<[string, ReturnType<typeof searchedAmounts>]>([
    ["1500", { amountsMinor: [150000], currencies: null }],
    ["\u202d1.500,00\u202c", { amountsMinor: [150000], currencies: null }],
    ["1.500", { amountsMinor: [150000, 150], currencies: null }],
    ["1'500.000", { amountsMinor: [150000000, 150000], currencies: null }],
    ["USD 1.500", { amountsMinor: [150000, 150], currencies: ["USD"] }],
    ["1500 crc", { amountsMinor: [150000], currencies: ["CRC"] }],
    ["€5 USD", { amountsMinor: [500], currencies: ["EUR", "USD"] }],
    ["JPY 100", null],
    ["coffee", null],
    ["", null],
  ])("of %j", (text, expected) => {
    expect(searchedAmounts(text)).toEqual(expected);
  });

  it("narrows a shared sign to all that share it", () => {
    const { currencies } = searchedAmounts("$5") ?? {};
    expect(currencies).toEqual(expect.arrayContaining(["USD", "MXN", "COP"]));
    expect(currencies).not.toContain("CRC");
  });
});
