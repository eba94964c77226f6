import { expect, test } from "vitest";
import { currencies } from "@/lib/money/currencies";
import { listCurrencyOptions } from "@/lib/money/currency-names";

test.each([
  ["en-US", "Costa Rican Colón"],
  ["es-CR", "colón costarricense"],
])("in %s a currency is its code and its name: %s", (locale, name) => {
  const colon = listCurrencyOptions(locale).find(({ value }) => value === "CRC");
  expect(colon?.label.split(/\u2003+/)).toEqual(["CRC", name]);
});

test("used ones come first, in their order, and none twice", () => {
  const codes = listCurrencyOptions("es", ["PEN", "USD"]).map(({ value }) => value);
  expect(codes.slice(0, 4)).toEqual(["PEN", "USD", "CRC", "MXN"]);
  expect([...codes].sort()).toEqual([...currencies].sort());
});

test.each(["en", "es", "pt"])("in %s there is hardly a currency without a name", (locale) => {
  const nameless = listCurrencyOptions(locale).filter(({ value, label }) => label === value);
  expect(nameless.length).toBeLessThan(4);
});
