import { describe, expect, test } from "vitest";
import { readLine } from "@/lib/core/line-of-text";
import { startProcessorClock } from "@/tests/support/processor-clock";

const read = (text: string, max = 500) => {
  const line = readLine(text, max);
  return line.ok ? line.value : line.code;
};

test.each([
  ["\u200b", "a space without width"],
  ["\u3164", "a Hangul filler"],
  ["\uffa0\u115f\u1160", "other Hangul fillers"],
  ["\u2800\u2800", "empty Braille cells"],
  ["\u00ad", "a soft hyphen"],
  ["\ufe0f", "a variation selector"],
  ["\u200e\u200f\u061c\u2066\u2069", "marks of direction"],
  ["\u{e0041}\u{e007f}", "tags"],
  ["\u2060\u2063\ufeff\u180e", "joiners and separators"],
  ["\ufffc", "the place of a picture"],
  [" \t\r\n\u00a0\u3000\u2028", "white space"],
  ["", "nothing"],
])("%j is %s: nothing to read", (text) => {
  expect(read(text)).toBe("missing");
  // Next to letters it is removed too.
  expect(read(`Té${text}`)).toBe("Té");
});

test.each([
  ["te\u200ba", "tea"],
  ["so\u00adda", "soda"],
  ["a\u200db", "ab"],
  ["\u202a+506 8888 7777\u202c", "+506 8888 7777"],
  ["\ufeffCafé", "Café"],
  ["Cafe\u0301", "Caf\u00e9"],
  ["a \u200b b", "a b"],
  ["one\u2800two\u3000three\u00a0four", "one two three four"],
  ["\u0301Ana", "Ana"],
  ["\u0301\u0323", "missing"],
  ["👍\u200d", "👍"],
  ["x\u{e0068}\u{e0069}", "x"],
])("%j is kept as %j", (typed, kept) => {
  expect(read(typed)).toBe(kept);
});

test.each([
  ...["👩‍👩‍👧‍👦 familia", "👩🏽‍🚒", "❤️ y ☎︎", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈", "🇨🇷", "🧑🏻‍🤝‍🧑🏿", "\u{1fae9}"],
  ...["می‌خواهم", "क्‍ष", "ന്‍", "ශ්‍රී", "葛\u{e0100}城", "שָׁלוֹם עֲלֵיכֶם", "ပြည်သူ့", "བསྒྲུབས་", "น้ำใจ"],
  ...["Tiếng Việt", "₡1 000 · 50% <b>&'\"", "قهوة", "Ñandú", "Iñtërnâtiônàlizætiøn☃", "�"],
])("%j is kept whole", (text) => {
  expect(read(text.normalize("NFD"))).toBe(text.normalize("NFC"));
});

test.each([
  ["\u202eabc", "text turned around"],
  ["a\u202db", "text held in one direction"],
  ["a\u0000b", "NUL"],
  ["a\u001b[31m", "an escape"],
  ["a\u0085b", "a control character"],
  ["a\ud800", "half of a pair"],
  ["\udc00a", "the other half"],
  ["a\ue000", "private use"],
  ["a\u{10fffd}", "more of it"],
  ["a\u0378", "nobody's"],
  ["a\ufffe", "no character"],
  ["a\ufff9b\ufffa", "annotations"],
  ["Z\u0351\u036b\u0343\u036a\u0302lgo", "marks piled up"],
  [`a${"\u0e47".repeat(12)}`, "marks piled up, of another script"],
])("%j is refused: %s", (text) => {
  expect(read(text)).toBe("unprintable");
});

test("characters are counted as people count them, and their bytes are bounded too", () => {
  expect(read("👍🏽".repeat(40), 40)).toBe("👍🏽".repeat(40));
  expect(read("👍🏽".repeat(41), 40)).toBe("too_long");
  expect(read("é".normalize("NFD").repeat(40), 40)).toBe("é".repeat(40));
  expect(read("👩‍👩‍👧‍👦".repeat(40), 40)).toBe("too_long");
  // Normalised, these are three times as long.
  expect(read("\ufb2c\u05b8\u0591".repeat(40), 40)).toBe("too_long");
});

describe("a text costs no more than its longest", () => {
  test.each([
    ["marks that want an order", `a${"\u0301\u0323".repeat(100_000)}`],
    ["families", "👩‍👩‍👧‍👦".repeat(50_000)],
    ["white space", " ".repeat(1_000_000)],
    ["fillers", "\u3164".repeat(1_000_000)],
    ["flags without end", "\u{1f3f4}\u{e0061}".repeat(200_000)],
  ])("%s", (_, text) => {
    // Reading all of it would take a hundred times as long.
    read("warm");
    const usedMs = startProcessorClock();
    expect(read(text)).toBe("too_long");
    expect(usedMs()).toBeLessThan(50);
  });
});
