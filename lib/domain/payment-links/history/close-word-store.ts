import {
  allKeys,
  anyKey,
  type KeyMaker,
  type SearchKeys,
} from "@/lib/domain/payment-links/history/build-keys";
import { type Condition, matchAll, matchAny } from "@/lib/domain/payment-links/history/conditions-store";
import {
  listNearPieces,
  listNearWords,
  listSwapped,
  type NearWord,
  nearPattern,
} from "@/lib/domain/payment-links/history/list-near-words";
import { Prisma } from "@/prisma/generated/client";

/** The share of a word's pieces that a text must have in common with it. */
const leastSimilar = 0.45;

/** In a shorter word a wrong letter leaves too little. */
const shortest = 4;

/** Up to this length, what is left of a word with an error is not similar enough: all that may have been meant is looked for. */
const longestNear = 6;
/** The same for two letters that changed places, which leave less. */
const longestSwapped = 9;

/**
 * A word as it may have been meant. One wrong, missing, additional or swapped letter leaves one half of the word as it
 * is, or two of its thirds: the index finds the texts with those, and how similar the words are decides. Of short words,
 * the words that are one error away are looked for.
 * @param folded a word as the column `search_text` has it.
 * @returns null for what is no word, or too short to be forgiven anything.
 */
export function forgiveWord(folded: string, maker: KeyMaker): Condition | null {
  const letters = [...folded];
  if (letters.length < shortest || !/^\p{L}+$/u.test(folded)) return null;
  const holds = (text: string): Condition => ({
    where: Prisma.sql`strpos(search_text, ${text}) > 0`,
    keys: maker.text(text),
  });
  const part = (from: number, to?: number) => holds(letters.slice(from, to).join(""));
  const similar = Prisma.sql`word_similarity(${folded}, search_text) >= ${leastSimilar}`;
  const either = [
    matchAll([matchAny(intactParts(letters.length, part)), { where: similar, keys: null }]),
    ...(letters.length > longestNear && letters.length <= longestSwapped
      ? listSwapped(folded).map(holds)
      : []),
  ];
  const near = letters.length <= longestNear ? listNearWords(folded) : [];
  if (near.length > 0) either.push(nearCondition(folded, near, maker));
  return matchAny(either);
}

/** The pattern is only asked of texts that hold a piece of the word: to look for a few pieces takes a fifth as long. */
function nearCondition(word: string, near: readonly NearWord[], maker: KeyMaker): Condition {
  const pieces = listNearPieces(word, near).map((piece) => Prisma.sql`strpos(search_text, ${piece}) > 0`);
  const pattern = startOfWord + nearPattern(near);
  return {
    where: Prisma.sql`((${Prisma.join(pieces, " OR ")}) AND search_text ~ ${pattern})`,
    keys: anyKey(near.map((word) => nearKeys(word, maker))),
  };
}

const startOfWord = String.raw`\m`;

const alphabet = [..."abcdefghijklmnopqrstuvwxyz"];

/** The index has three letters in a row, of which the one that is not known may be one. */
function nearKeys(word: NearWord, maker: KeyMaker): SearchKeys {
  const known = word.split("?").filter(({ length }) => length >= 3);
  if (known.length > 0) return allKeys(known.map(maker.text));
  return anyKey(alphabet.map((letter) => maker.text(word.replace("?", letter))));
}

function intactParts(length: number, part: (from: number, to?: number) => Condition): Condition[] {
  const half = Math.max(3, Math.ceil(length / 2));
  const halves = [part(0, half), part(-half)];
  if (length < 9) return halves;
  const third = Math.floor(length / 3);
  const [first, second, last] = [part(0, third), part(third, 2 * third), part(2 * third)];
  return [...halves, matchAll([first, second]), matchAll([second, last]), matchAll([first, last])];
}
