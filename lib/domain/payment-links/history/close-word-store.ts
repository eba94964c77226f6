import type { KeyMaker } from "@/lib/domain/payment-links/history/build-keys";
import { type Condition, matchAll, matchAny } from "@/lib/domain/payment-links/history/conditions-store";
import { Prisma } from "@/prisma/generated/client";

/** The share of a word's pieces that a text must have in common with it. */
const leastSimilar = 0.45;

/** In a shorter word a wrong letter leaves too little. */
const shortest = 4;

/**
 * A word as it may have been meant. One wrong, missing, additional or swapped letter leaves one half of the word as it
 * is, or two of its thirds: the index finds the texts with those, and how similar the words are decides.
 * @param folded a word as the column `search_text` has it.
 * @returns null for what is no word, or too short to be forgiven anything.
 */
export function forgiveWord(folded: string, maker: KeyMaker): Condition | null {
  const letters = [...folded];
  if (letters.length < shortest || !/^\p{L}+$/u.test(folded)) return null;
  const part = (from: number, to?: number): Condition => {
    const text = letters.slice(from, to).join("");
    return { where: Prisma.sql`strpos(search_text, ${text}) > 0`, keys: maker.text(text) };
  };
  const similar = Prisma.sql`word_similarity(${folded}, search_text) >= ${leastSimilar}`;
  return matchAll([matchAny(intactParts(letters.length, part)), { where: similar, keys: null }]);
}

function intactParts(length: number, part: (from: number, to?: number) => Condition): Condition[] {
  const half = Math.max(3, Math.ceil(length / 2));
  const halves = [part(0, half), part(-half)];
  if (length < 9) return halves;
  const third = Math.floor(length / 3);
  const [first, second, last] = [part(0, third), part(third, 2 * third), part(2 * third)];
  return [...halves, matchAll([first, second]), matchAll([second, last]), matchAll([first, last])];
}
