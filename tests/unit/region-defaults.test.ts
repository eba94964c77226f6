import { expect, test } from "vitest";
import { regionDefaults } from "@/lib/merchants/region-defaults";

test.each([
  ["es-CR", "CRC", ["es", "en"]],
  ["en-CR", "CRC", ["es", "en"]],
  ["pt-BR", "BRL", ["pt", "en"]],
  ["en-BR", "BRL", ["pt", "en"]],
  ["es-BR", "BRL", ["pt", "es"]],
  ["en-US", "USD", ["en"]],
  ["es", "USD", ["es", "en"]],
  ["en", "USD", ["en"]],
])("a merchant made in %s begins with %s and speaks %j", (locale, defaultCurrency, customerLanguages) => {
  expect(regionDefaults(locale, "")).toMatchObject({ defaultCurrency, customerLanguages });
});

test("the browser's time zone goes before the country's, where it is one", () => {
  expect(regionDefaults("es-MX", "America/Tijuana").timeZone).toBe("America/Tijuana");
  expect(regionDefaults("es-MX", "Mars/Base").timeZone).toBe("America/Mexico_City");
});
