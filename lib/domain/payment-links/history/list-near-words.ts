/** A word that may have been meant, where `?` stands for one letter that is not known. */
export type NearWord = string;

/** Only these have neighbours: letters as searches fold them, enough of them to say something. */
const shape = /^[a-z]{4,40}$/;

/** The words that two letters next to each other make when they change places. */
export function listSwapped(word: string): NearWord[] {
  if (!shape.test(word)) return [];
  const swapped = [...word.slice(1)].map(
    (letter, at) => word.slice(0, at) + letter + word.charAt(at) + word.slice(at + 2),
  );
  return swapped.filter((one) => one !== word);
}

/** The words that are one typing error away: two letters swapped, one wrong, one missing or one too many. */
export function listNearWords(word: string): NearWord[] {
  if (!shape.test(word)) return [];
  const places = [...word].map((_, at) => at);
  const wrong = places.map((at) => `${word.slice(0, at)}?${word.slice(at + 1)}`);
  const missing = places.slice(1).map((at) => `${word.slice(0, at)}?${word.slice(at)}`);
  // Without one of four letters a word says too little.
  const tooMany = word.length > 4 ? places.map((at) => word.slice(0, at) + word.slice(at + 1)) : [];
  return [...new Set([...listSwapped(word), ...wrong, ...missing, ...tooMany])];
}

/** An expression for one of some words, for Postgres and JavaScript. */
export function nearPattern(near: readonly NearWord[]): string {
  return `(?:${near.map((word) => word.replace("?", "[a-z]")).join("|")})`;
}

/**
 * Texts of which everything that is near to the word contains one: what an error in its second half leaves as it is, or one
 * in its first half, or the letters that are known where neither is left. To look for them is much quicker than for a pattern.
 */
export function listNearPieces(word: string, near: readonly NearWord[]): string[] {
  const half = Math.ceil(word.length / 2);
  const [start, end] = [word.slice(0, half), word.slice(half)];
  const pieces = near.map((one) => {
    if (one.includes(start)) return start;
    if (one.includes(end)) return end;
    return one.split("?").reduce((longest, known) => (known.length > longest.length ? known : longest), "");
  });
  return [...new Set(pieces)];
}
