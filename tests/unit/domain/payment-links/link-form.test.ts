import { describe, expect, test } from "vitest";
import { descriptionLength, parseNewLink } from "@/lib/domain/payment-links/schema";

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

  test.each(["\u0000", "\u0007", "\u001b[31m", "\u007f", "\u0085", "\u202e", "\u2066", "\uffff", "\ud800"])(
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

describe("an amount that can be read in two ways", () => {
  test("goes back with both readings", () => {
    expect(parseNewLink({ ...right, amount: "1.500" })).toEqual({
      ok: false,
      code: "invalid",
      issues: { amount: "amount_ambiguous" },
      interpretations: [150_000, 150],
    });
  });

  test.each([
    ["150000", 150_000],
    ["150", 150],
  ])("is what the chosen reading %s says", (interpretation, amountMinor) => {
    const parsed = parseNewLink({ ...right, amount: "1.500", interpretation });
    expect(parsed.ok && parsed.value.amountMinor).toBe(amountMinor);
  });

  test.each(["1500", "151", "0", "-150", "150.0", "1e2"])(
    "is asked again for the reading %s",
    (interpretation) => {
      expect(parseNewLink({ ...right, amount: "1.500", interpretation }).ok).toBe(false);
    },
  );

  test("a reading beside an amount that needs none changes nothing", () => {
    const parsed = parseNewLink({ ...right, amount: "20.00", interpretation: "150" });
    expect(parsed.ok && parsed.value.amountMinor).toBe(2_000);
  });
});
