import { describe, expect, test } from "vitest";
import { preferredRegions, resolveLocale, toLocale } from "@/lib/i18n/language/locale";

/** Headers from browsers, proxies and scripts, each with the resulting locale. */
const headers: [string | null, string][] = [
  [null, "en"],
  ["", "en"],
  ["*", "en"],
  ["es-CR,es;q=0.9,en;q=0.8", "es-CR"],
  ["fr-FR,es;q=0.5", "es"],
  ["pt-BR,pt;q=0.9,en;q=0.8", "pt-BR"],
  ["fr-FR,pt;q=0.5,es;q=0.4", "pt"],
  ["es-mx-ar", "es-MX"],
  ["en-gb-oed", "en-GB"],
  ["i-klingon", "en"],
  ["i-klingon, es-mx-ar;q=0.5", "es-MX"],
  ["zh-Hant-CN-x-private", "en"],
  ["es-419", "es-419"],
  ["es-es-es-es", "es-ES"],
  ["spa-cr", "es-CR"],
  ["es_MX", "en"],
  ["es-", "es"],
  ["-es", "en"],
  ["es-u-nu-arab", "es"],
  ["en-US-u-ca-buddhist-nu-thai", "en-US"],
  ["es-x-private", "es"],
  ["es-CR;q=NaN,en-GB;q=0.2", "en-GB"],
  ["es-CR;q=0,en-GB;q=0.2", "en-GB"],
  ["es-CR;q=", "es-CR"],
  ["en;q=0.1, es;q=0.9", "es"],
  ["en;q=0.1,es;Q=0.9", "es"],
  ["es,es,es-CR,es", "es"],
  ["esCR".repeat(2000), "en"],
  [`${"x,".repeat(4000)}es`, "en"],
  ["__proto__,constructor", "en"],
  ["ñ,es-CR", "es-CR"],
  ["../../etc/passwd", "en"],
];

describe("the locale to speak", () => {
  test.each(headers)("is found in %s", (header, locale) => {
    expect(resolveLocale(undefined, header)).toBe(locale);
  });

  test.each(headers)("is one that Intl takes, chosen beside %s", (header) => {
    for (const chosen of [undefined, "es", "en", "pt", "", "es-mx-ar", "__proto__"]) {
      const locale = resolveLocale(chosen, header);
      expect(() => new Intl.NumberFormat(locale).format(1)).not.toThrow();
    }
  });

  test("keeps the region of the chosen language", () => {
    expect(resolveLocale("es", "en-US,es-CL;q=0.5")).toBe("es-CL");
  });
});

test.each([
  ["es-mx-ar", "es-MX"],
  ["es-CR", "es-CR"],
  ["pt-BR", "pt-BR"],
  ["fr-CA", "en"],
  ["xx", "en"],
  ["not a locale", "en"],
  [null, "en"],
])("a stored locale %s is spoken as %s", (stored, spoken) => expect(toLocale(stored)).toBe(spoken));

test.each([
  ["es-CL,es;q=0.9,en-US;q=0.8", ["CL", "US"]],
  ["gn-PY,es-mx-ar;q=0.5", ["PY", "MX"]],
  ["es-419,es", []],
  ["garbage garbage", []],
])("the countries in %s", (header, regions) => expect(preferredRegions(header)).toEqual(regions));
