import { describe, expect, it } from "vitest";
import { type CurrencyCode, currencies } from "@/lib/money/currencies";
import { formatMoney, formatMoneyWithCode, plainAmount, typedAmount } from "@/lib/money/format-money";
import { interpretationsIn, parseAmount } from "@/lib/money/money";
import { seededRandom } from "@/tests/support/seeded-random";

const locales = "en en-GB en-CA en-IN es es-CR es-MX es-CO es-UY pt-BR pt-PT fr-CA de-CH sv he".split(" ");
const random = seededRandom(20_260_101);
const randomAmount = () => 1 + Math.floor(random() ** 4 * 10 ** (2 + random() * 13.9));
const randomCurrency = () => currencies[Math.floor(random() * currencies.length)] ?? "USD";

/** Everything that a text can mean in the currency, with or without a question. */
function meanings(text: string, currency: CurrencyCode): number[] {
  const amount = parseAmount(text, currency);
  if (amount.ok) return [amount.value];
  return interpretationsIn(amount).flatMap((one) => (one.currency === currency ? [one.amountMinor] : []));
}

describe.each(locales)("what is shown in %s can be typed back", (locale) => {
  it("with each currency", () => {
    for (const currency of currencies) {
      for (const amountMinor of [1, 150_000, randomAmount(), randomAmount()]) {
        for (const shown of [
          formatMoney(amountMinor, currency, locale),
          formatMoneyWithCode(amountMinor, currency, locale),
        ]) {
          expect(parseAmount(shown, currency), `${currency}: ${shown}`).toEqual({
            ok: true,
            value: amountMinor,
          });
        }
      }
    }
  });

  it("and beside another chosen currency is never read as that one without a question", () => {
    for (const currency of currencies) {
      const chosen = randomCurrency();
      const shown = formatMoneyWithCode(150_000, currency, locale);
      const amount = parseAmount(shown, chosen);
      expect(amount.ok, `${shown} in ${chosen}`).toBe(chosen === currency);
      expect(meanings(shown, currency)).toEqual([150_000]);
    }
  });

  it("with the sign that the browser has for the currency", () => {
    for (const currency of currencies) {
      for (const currencyDisplay of ["symbol", "narrowSymbol"] as const) {
        const style = { style: "currency", currency, currencyDisplay, numberingSystem: "latn" } as const;
        const shown = new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: 2 }).format(1234.5);
        if (!/\p{Sc}/u.test(shown)) continue;
        expect(meanings(shown, currency), `${currency}: ${shown}`).toEqual([123_450]);
      }
    }
  });

  it("as whole units without decimals, at worst asked", () => {
    for (let n = 0; n < 100; n++) {
      const amountMinor = 100 * Math.ceil(randomAmount() / 100);
      const shown = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).format(amountMinor / 100);
      expect(meanings(shown, randomCurrency()), shown).toContain(amountMinor);
    }
  });

  it("as the form fills it in", () => {
    for (let n = 0; n < 100; n++) {
      const amountMinor = randomAmount();
      expect(meanings(typedAmount(amountMinor, locale), "COP")).toEqual([amountMinor]);
    }
  });
});

it("a plain amount can be typed back", () => {
  for (let n = 0; n < 2_000; n++) {
    const amountMinor = randomAmount();
    expect(parseAmount(plainAmount(amountMinor), "USD")).toEqual({ ok: true, value: amountMinor });
  }
});

it("whatever the marks are, an amount that nobody was asked about has no other reading", () => {
  const marks = [".", ",", "'", "’", " ", "\u00a0", "\u2009", "\u202f", "_", "·", "٬", "٫"];
  const anyMark = () => marks[Math.floor(random() * marks.length)] ?? ".";
  const digits = (length: number) => String(Math.floor(random() * 10 ** length)).padStart(length, "0");
  for (let n = 0; n < 5_000; n++) {
    const groups = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) =>
      digits(index === 0 ? 1 + Math.floor(random() * 3) : ([3, 3, 3, 2, 1][Math.floor(random() * 5)] ?? 3)),
    );
    const text = groups.reduce((before, group) => before + anyMark() + group);
    const amount = parseAmount(text, "CRC");
    if (!amount.ok) continue;
    const all = BigInt(groups.join(""));
    const decimals = BigInt(amount.value) === all * 100n ? 0 : (groups.at(-1)?.length ?? 0);
    // Either every digit is before the decimal mark, or those after the last mark are decimals.
    const scaled = BigInt(amount.value) * 10n ** BigInt(Math.max(decimals - 2, 0));
    expect(scaled, text).toBe(all * 10n ** BigInt(Math.max(2 - decimals, 0)));
    const last = [...text.replace(/\d/g, "")].at(-1) ?? "";
    const isLastThree = groups.length > 1 && groups.at(-1)?.length === 3;
    // Three digits after a mark that can be either are only sure when the marks before it decide.
    if (
      isLastThree &&
      ".,·".includes(last) &&
      Number(groups[0]) > 0 &&
      new Set(text.replace(/\d/g, "")).size > 1
    )
      expect(text).toMatch(/^\d+(?:\D\d{3})*['’]\d{3}\D\d{3}$|^0/);
  }
});
