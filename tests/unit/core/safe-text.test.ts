import { expect, test } from "vitest";
import { readPlainText } from "@/lib/core/plain-text";
import { checkedText, safeText } from "@/lib/core/safe-text";
import { oddText } from "@/tests/support/odd-texts";
import { seededRandom } from "@/tests/support/seeded-random";

test("what is quickly seen to be plain is written as the whole check writes it", () => {
  const random = seededRandom(72);
  const differing: string[] = [];
  let plain = 0;
  for (let round = 0; round < 60_000; round++) {
    const text = oddText(random);
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
