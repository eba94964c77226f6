import { expect, test } from "vitest";
import { readPlainText } from "@/lib/core/plain-text";
import { checkedText, safeText } from "@/lib/core/safe-text";
import { seededRandom } from "@/tests/support/seeded-random";

const pieces = [
  ...",;|:^~\t\n\r'\"`=+-@ ._/()%?&#!*$¿¡°[]{}<>\\abdezt APmMx019ªºµñÑáÉ×÷ÿ＝＋－＠−–“”«😀م٣ſ",
  ...["\u0000", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u202e", "\u2028", " - ", "- ", " +", " @x", "--"],
  ...["mayo", "de", "true", "FALSO", "sept", "a. m", "p.m.", "março", "jan", "10:30", "2026-11-30", "1e5"],
  ...["Café", "pan dulce", "=1+1", "cmd|' /C", "é-", "x=", "K7Q4", "https://pay.example/link?a=1-2"],
];

test("what is quickly seen to be plain is written as the whole check writes it", () => {
  const random = seededRandom(72);
  const differing: string[] = [];
  let plain = 0;
  for (let round = 0; round < 60_000; round++) {
    const length = 1 + Math.floor(random() * 8);
    const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join("");
    if (readPlainText(text) !== null) plain++;
    if (safeText(text) !== checkedText(text)) differing.push(text);
  }
  expect(differing).toEqual([]);
  expect(plain).toBeGreaterThan(1_000);
});

test.each([
  "Torta de cumpleaños, 2 pisos (Ana)",
  "Mesa 4 - almuerzo",
  "0193a5f2-7b1c-7abc-8def-0123456789ab",
  "https://pay.example/link/plink_1a2b3c?x=1",
  'Pizza "grande"; sin cebolla',
])("%s is seen to be plain", (text) => {
  expect(readPlainText(text)).not.toBeNull();
});
