import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/**
 * Somebody who knows the lists of common passwords finds it within a million guesses: it is on such a list, or it is
 * made of entries by repeating them, by digits in a row, by a row of keys.
 */
const fewGuesses = 1_000_000;
/** Only the beginning is looked at, in code units, because the time grows with the length. */
const longestLook = 32;
const shortestWord = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * Whether a password is easy to guess without its own words, such as the name of the person or of this service: they
 * count for nothing, because whoever guesses tries them first.
 */
export function isGuessable(password: string, ownWords: readonly string[]): boolean {
  estimator ??= new ZxcvbnFactory({
    dictionary: { passwords: dictionary["passwords-common"] },
    graphs: adjacencyGraphs,
  });
  const { guesses } = estimator.check(withoutWords(fold(password), ownWords).slice(0, longestLook));
  return guesses < fewGuesses;
}

function withoutWords(password: string, ownWords: readonly string[]): string {
  const words = ownWords.flatMap((text) => [fold(text), ...fold(text).split(/[^\p{L}\p{N}]+/u)]);
  const longestFirst = words
    .filter(({ length }) => length >= shortestWord)
    .sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), password);
  // The spaces around a word that is gone say nothing either.
  return rest === password ? password : rest.replace(/\s+/g, "");
}

/** In lower case and without accents. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
