import { kindOf, kinds, mayBeValue } from "@/lib/core/plain-text";
import { valueWords } from "@/lib/core/value-words";

const { letter, space, sign, unseen, separator, other } = kinds;
const [end, firstOfTwo] = [8, 9];

/** What a byte of UTF-8 means: as its character does, but for what COPY writes around texts and in place of some characters. */
const kindOfByte = new Uint8Array(256);
kindOfByte.set(kindOf.subarray(0, 128));
kindOfByte["\t".charCodeAt(0)] = end;
kindOfByte["\n".charCodeAt(0)] = end;
kindOfByte["\\".charCodeAt(0)] = 0;
/** Characters from 128 to 255 have two bytes, the first of which is one of these. */
kindOfByte[0xc2] = firstOfTwo;
kindOfByte[0xc3] = firstOfTwo;

const spaceByte = 0x20;

/**
 * Copies a text that ends with a tab or a line end, unless it has to be looked at more closely: where `readPlainText` says
 * "bare" of the same text, it says so byte by byte, as it copies. Answers how many bytes it has copied, or -1.
 */
export function copyPlainText(from: Buffer, start: number, to: Uint8Array, at: number): number {
  let isStart = true;
  let hasWord = false;
  let wordStart = start;
  let wordLength = 0;
  let last: number = space;
  if (from[start] === spaceByte) return -1;
  for (let place = start, written = at; ; place++) {
    const begin = place;
    const byte = from[place] ?? 0;
    to[written++] = byte;
    let kind = kindOfByte[byte] ?? 0;
    if (kind === firstOfTwo) {
      const second = from[++place] ?? 0;
      to[written++] = second;
      kind = kindOf[((byte & 0x1f) << 6) | (second & 0x3f)] ?? 0;
    }
    if (kind === letter) {
      if (wordLength === 0) wordStart = begin;
      wordLength += 1;
      isStart = false;
    } else {
      if (wordLength > 0) {
        hasWord ||= isWord(from, wordStart, begin, wordLength);
        wordLength = 0;
      }
      if (kind === other) isStart = false;
      else if (kind === separator) isStart = true;
      else if (kind === sign) {
        if (isStart || (last === space && from[place + 1] !== spaceByte)) return -1;
      } else if (kind === end) return hasWord && last !== space ? written - 1 - at : -1;
      else if (kind !== space && kind !== unseen) return -1;
    }
    last = kind;
  }
}

function isWord(from: Buffer, start: number, end: number, length: number): boolean {
  if (!mayBeValue(length, from[start] ?? 0)) return true;
  return !valueWords.has(from.toString("utf8", start, end).toLowerCase());
}
