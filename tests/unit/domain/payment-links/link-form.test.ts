import { describe, expect, test } from "vitest";
import { descriptionLength, parseNewLink } from "@/lib/domain/payment-links/new-link/schema";

const right = { amount: "12.50", interpretation: "", currency: "USD", description: "Two coffees" };

test("a form that is right becomes a link in minor units", () => {
  expect(parseNewLink(right)).toEqual({
    ok: true,
    value: { amountMinor: 1250, currency: "USD", description: "Two coffees" },
  });
});

test("every field that is wrong is named at once", () => {
  const wrong = { amount: "-1", interpretation: "", currency: "usd", description: " " };
  expect(parseNewLink(wrong)).toEqual({
    ok: false,
    code: "invalid",
    issues: {
      amount: "amount_negative",
      currency: "currency_not_offered",
      description: "description_missing",
    },
    interpretations: [],
  });
});

describe("the description", () => {
  const read = (description: string) => {
    const parsed = parseNewLink({ ...right, description });
    return parsed.ok ? parsed.value.description : parsed.issues.description;
  };

  test.each([
    ["  spaces around  ", "spaces around"],
    ["two\nlines\r\nand\ta tab", "two lines and a tab"],
    ["Cafe\u0301", "Caf\u00e9"],
    ["👩‍👩‍👧 desayuno", "👩‍👩‍👧 desayuno"],
    ["قهوة", "قهوة"],
    ["می‌خواهم", "می‌خواهم"],
    ["<b>bold</b> & 'quoted'", "<b>bold</b> & 'quoted'"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(read(typed)).toBe(kept);
  });

  test.each(["\u0000", "\u0007", "\u001b[31m", "\u007f", "\u202d", "\u202e", "\uffff", "\ud800"])(
    "%j in it is refused",
    (character) => {
      expect(read(`tea${character}pot`)).toBe("description_unprintable");
    },
  );

  test("is counted in characters as a person counts them, not in code units", () => {
    expect(read("😀".repeat(descriptionLength.max))).toBe("😀".repeat(descriptionLength.max));
    expect(read("😀".repeat(descriptionLength.max + 1))).toBe("description_too_long");
    expect(read("x".repeat(10_000))).toBe("description_too_long");
    expect(read(` ${"x".repeat(descriptionLength.max)} `)).toBe("x".repeat(descriptionLength.max));
  });
});

describe("an amount that has to be asked about", () => {
  test("goes back with all that it can mean", () => {
    expect(parseNewLink({ ...right, amount: "1.500" })).toEqual({
      ok: false,
      code: "invalid",
      issues: { amount: "amount_ambiguous" },
      interpretations: [
        { amountMinor: 150_000, currency: "USD" },
        { amountMinor: 150, currency: "USD" },
      ],
    });
    expect(parseNewLink({ ...right, amount: "€ 100" })).toMatchObject({
      issues: { amount: "amount_currency_contradicted" },
      interpretations: [
        { amountMinor: 10_000, currency: "EUR" },
        { amountMinor: 10_000, currency: "USD" },
      ],
    });
  });

  test.each([
    ["1.500", "150000 USD USD", 150_000, "USD"],
    ["1.500", "150 USD USD", 150, "USD"],
    ["EUR 100", "10000 EUR USD", 10_000, "EUR"],
    ["EUR 100", "10000 USD USD", 10_000, "USD"],
  ])("%s is what the choice %s says", (amount, interpretation, amountMinor, currency) => {
    expect(parseNewLink({ ...right, amount, interpretation })).toMatchObject({
      ok: true,
      value: { amountMinor, currency },
    });
  });

  test("keeps the choice open to see while another field is wrong", () => {
    const parsed = parseNewLink({
      ...right,
      amount: "1.500",
      interpretation: "150 USD USD",
      description: "",
    });
    expect(parsed).toMatchObject({ issues: { description: "description_missing" } });
    expect(!parsed.ok && parsed.issues.amount).toBe(undefined);
    expect(!parsed.ok && parsed.interpretations).toHaveLength(2);
  });

  test("says nothing of the amount's meaning while no currency is chosen", () => {
    for (const amount of ["1.500", "EUR 100"]) {
      expect(parseNewLink({ ...right, amount, currency: "JPY" })).toEqual({
        ok: false,
        code: "invalid",
        issues: { currency: "currency_not_offered" },
        interpretations: [],
      });
    }
  });

  test.each(["1500 USD USD", "151 USD USD", "0", "150", "150 CRC CRC", "150 USD CRC"])(
    "is asked again for the choice %s",
    (interpretation) => {
      expect(parseNewLink({ ...right, amount: "1.500", interpretation }).ok).toBe(false);
    },
  );

  test("a choice beside an amount that needs none changes nothing", () => {
    const parsed = parseNewLink({ ...right, amount: "20.00", interpretation: "150 USD USD" });
    expect(parsed).toMatchObject({ ok: true, value: { amountMinor: 2_000, currency: "USD" } });
  });
});
