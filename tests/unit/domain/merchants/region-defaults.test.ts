import { expect, test } from "vitest";
import { newMerchantSchema } from "@/lib/domain/merchants/schema";
import { isTimeZone } from "@/lib/money/region";
import { regionDefaults } from "@/lib/money/region-defaults";

const guess = (language: string, regions: string[], timeZone = "") =>
  regionDefaults({ language, regions, timeZone });

test.each([
  ["es", "CR", "CRC", "America/Costa_Rica", ["es", "en"]],
  ["en", "CR", "CRC", "America/Costa_Rica", ["es", "en"]],
  ["es", "CL", "USD", "America/Santiago", ["es", "en"]],
  ["es", "PY", "USD", "America/Asuncion", ["es", "en"]],
  ["es", "VE", "VES", "America/Caracas", ["es", "en"]],
  ["es", "MX", "MXN", "America/Mexico_City", ["es", "en"]],
  ["es", "EC", "USD", "America/Guayaquil", ["es", "en"]],
  ["es", "PA", "USD", "America/Panama", ["es", "en"]],
  ["es", "SV", "USD", "America/El_Salvador", ["es", "en"]],
  ["es", "CU", "CUP", "America/Havana", ["es", "en"]],
  ["es", "PR", "USD", "America/Puerto_Rico", ["es", "en"]],
  ["pt", "BR", "BRL", "America/Sao_Paulo", ["pt", "en"]],
  ["en", "BR", "BRL", "America/Sao_Paulo", ["pt", "en"]],
  ["es", "BR", "BRL", "America/Sao_Paulo", ["pt", "es"]],
  ["en", "US", "USD", "UTC", ["en"]],
  ["en", "GB", "GBP", "Europe/London", ["en"]],
  ["en", "XX", "USD", "UTC", ["en"]],
])(
  "a merchant made in %s of %s begins with %s, %s and %j",
  (language, region, defaultCurrency, timeZone, customerLanguages) => {
    for (const tracked of ["", "UTC", "Etc/UTC", "Etc/Unknown", "GMT", "Mars/Base", "+05:30", "\0"]) {
      const place = guess(language, [region], tracked);
      expect(place).toMatchObject({ defaultCurrency, customerLanguages });
      if (timeZone !== "UTC") expect(place.timeZone).toBe(timeZone);
      expect(isTimeZone(place.timeZone)).toBe(true);
    }
  },
);

test("the country of the time zone is as good where the languages name none", () => {
  expect(guess("es", [], "America/Caracas")).toMatchObject({
    defaultCurrency: "VES",
    timeZone: "America/Caracas",
  });
  expect(guess("es", [], "America/Buenos_Aires").defaultCurrency).toBe("ARS");
  expect(guess("es", [], "America/Mazatlan").defaultCurrency).toBe("MXN");
});

test("the browser's time zone goes before the country's, where it is one of a place", () => {
  expect(guess("es", ["MX"], "America/Tijuana").timeZone).toBe("America/Tijuana");
  expect(guess("es", ["MX"], "Mars/Base").timeZone).toBe("America/Mexico_City");
});

test("nothing known makes dollars and UTC, which the form shows", () => {
  expect(guess("es", [])).toMatchObject({
    defaultCurrency: "USD",
    timeZone: "UTC",
    customerLanguages: ["es", "en"],
  });
});

test.each(["", "Etc/Unknown", "etc/unknown", "Mars/Base", "+05:30"])(
  "a time zone %j is asked about where no country is known",
  (timeZone) => {
    const form = { name: "Sol", defaultCurrency: "", timeZone };
    expect(newMerchantSchema(guess("es", ["CL"], timeZone)).parse(form).timeZone).toBe("America/Santiago");
    const unknown = newMerchantSchema(guess("es", [], timeZone)).safeParse(form);
    expect(unknown.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["timeZone", "time_zone_unknown"],
    ]);
  },
);

test("a zone and a currency that were chosen stay", () => {
  const form = { name: "Sol", defaultCurrency: "USD", timeZone: "UTC" };
  expect(newMerchantSchema(guess("es", ["CR"], "UTC")).parse(form)).toEqual(form);
});
