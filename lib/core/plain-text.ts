import { valueWords } from "@/lib/core/value-words";

// Every text of an exported file is looked at, and a file may have millions. So this reads a text once, character by
// character, where the regular expressions of `safe-text.ts` take many times as long.

/** What a character means. Those that are not listed are not plain. */
export const kinds = { other: 1, letter: 2, space: 3, sign: 4, unseen: 5, separator: 6, quoted: 7 } as const;
const { other, letter, space, sign, unseen, separator, quoted } = kinds;
/** By its number. */
export const kindOf = new Uint8Array(256);
for (const [kind, characters] of [
  [other, "0123456789_./()%?&#!*$¿¡°[]{}<>\\"],
  [letter, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  [letter, "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"],
  [space, " "],
  [sign, "-=+@"],
  [unseen, "'`"],
  [separator, ":^~"],
  [quoted, ',;|"'],
] as const) {
  for (const character of characters) kindOf[character.charCodeAt(0)] = kind;
}

/** The first letters of values' words, as bits, by the length of the word: most words need no further look. */
const firstLetters: number[] = [];
for (const { length, 0: first = "" } of valueWords) {
  firstLetters[length] = (firstLetters[length] ?? 0) | toBit(first.charCodeAt(0));
}

/**
 * Whether a text of everyday characters is certainly a text in any spreadsheet: nowhere does a cell begin with a sign,
 * whichever separator the file is opened with, and at least one word is part of no value. Most texts are so, and are
 * written as they are, or in quotes. Null for all others.
 */
export function readPlainText(text: string): "bare" | "in quotes" | null {
  // Whether a cell would begin here if the last separator were that of the file.
  let isStart = true;
  let isBare = true;
  let hasWord = false;
  let wordStart = -1;
  let last: number = space;
  const { length } = text;
  if (length > 0 && (text.charCodeAt(0) === spaceCode || text.charCodeAt(length - 1) === spaceCode))
    isBare = false;
  for (let at = 0; at < length; at++) {
    const kind = kindOf[text.charCodeAt(at)] ?? 0;
    if (kind === letter) {
      if (wordStart < 0) wordStart = at;
      isStart = false;
    } else {
      if (wordStart >= 0) {
        hasWord ||= isWord(text, wordStart, at);
        wordStart = -1;
      }
      if (kind === other) isStart = false;
      else if (kind === separator) isStart = true;
      else if (kind === quoted) {
        // A quotation mark is no separator, but what follows it is looked at as if it were.
        isStart = true;
        isBare = false;
      } else if (kind === sign) {
        // After a space, a sign that is not alone may begin a call.
        if (isStart || (last === space && text.charCodeAt(at + 1) !== spaceCode)) return null;
      } else if (kind === 0) return null;
    }
    last = kind;
  }
  if (wordStart >= 0) hasWord ||= isWord(text, wordStart, length);
  if (!hasWord) return null;
  return isBare ? "bare" : "in quotes";
}

const spaceCode = 0x20;

function isWord(text: string, start: number, end: number): boolean {
  if (!mayBeValue(end - start, text.charCodeAt(start))) return true;
  return !valueWords.has(text.slice(start, end).toLowerCase());
}

/** Whether a word of so many letters that begins with this one may be part of a value. */
export function mayBeValue(length: number, first: number): boolean {
  return ((firstLetters[length] ?? 0) & toBit(first)) !== 0;
}

/** A bit for each letter from a to z, in both cases. */
function toBit(code: number): number {
  const place = (code | 0x20) - 0x61;
  return place >= 0 && place < 26 ? 1 << place : 0;
}
