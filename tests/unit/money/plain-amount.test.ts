import { expect, test } from "vitest";
import { parseAmount } from "@/lib/money/money";
import { readPlainAmount } from "@/lib/money/plain-amount";
import { seededRandom } from "@/tests/support/seeded-random";

const alphabet = ["0", "1", "5", "9", ".", ","];

test("a plain amount is read as by the parser for all styles, in any currency, and anything else is left to it", () => {
  let plain = 0;
  const check = (text: string) => {
    const read = readPlainAmount(text);
    if (!read) return;
    plain += 1;
    for (const currency of ["USD", "CRC"] as const) expect(read, text).toEqual(parseAmount(text, currency));
  };
  for (const text of listTexts(5)) check(text);
  const random = seededRandom(11);
  const pick = (from: string) => from[Math.floor(random() * from.length)] ?? "";
  for (let round = 0; round < 5_000; round++) {
    const length = Math.floor(random() * 110);
    check(
      Array.from({ length }, () => pick("0123456789")).join("") + pick(" .,x") + pick(" 0123") + pick(" 07"),
    );
  }
  expect(plain).toBeGreaterThan(2_000);
});

test("it reads what the keypad writes and most people type", () => {
  for (const text of ["", "0", "7", "12.5", "12,50", "25000", ".5", "90071992547409,92", "99999999999999999"])
    expect(readPlainAmount(text), text).not.toBeNull();
  for (const text of [".", "1.500", "1,234.50", "₡5", " 5", "5 USD", "-5", "1..5", "٥", "ten"])
    expect(readPlainAmount(text), text).toBeNull();
});

/** All texts of at most so many of these characters. */
function listTexts(length: number): string[] {
  if (length === 0) return [""];
  return ["", ...listTexts(length - 1).flatMap((text) => alphabet.map((character) => character + text))];
}
