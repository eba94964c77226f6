import { expect, it } from "vitest";
import {
  listNearPieces,
  listNearWords,
  nearPattern,
} from "@/lib/domain/payment-links/history/list-near-words";

const words = ["mesa", "sopaa", "torta", "aaaa", "abab", "jugos", "camisa", "quetzal"];

it.each(words)("whatever is one error away from %s holds one of its pieces", (word) => {
  const near = listNearWords(word);
  const pieces = listNearPieces(word, near);
  const isNear = new RegExp(`^${nearPattern(near)}$`);
  const texts = listErrors(word);
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) {
    expect(isNear.test(text), text).toBe(true);
    expect(
      pieces.some((piece) => text.includes(piece)),
      text,
    ).toBe(true);
  }
});

it("pieces are halves of the word, and what has neither half", () => {
  expect(listNearPieces("sopaa", listNearWords("sopaa"))).toEqual(["aa", "soapa", "sop"]);
});

/** The word with each error that a person can make in it, by hand. */
function listErrors(word: string): string[] {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const places = [...word].map((_, at) => at);
  const found = places.flatMap((at) => [
    ...letters.map((letter) => word.slice(0, at) + letter + word.slice(at + 1)),
    ...(at > 0 ? letters.map((letter) => word.slice(0, at) + letter + word.slice(at)) : []),
    ...(word.length > 4 ? [word.slice(0, at) + word.slice(at + 1)] : []),
    ...(at + 1 < word.length
      ? [word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)]
      : []),
  ]);
  return found.filter((one) => one !== word);
}
