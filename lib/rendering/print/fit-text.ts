import type { Face } from "@/lib/rendering/print/drawn";
import { measureLength } from "@/lib/rendering/print/typefaces";

export type FittedText = { lines: string[]; size: number };

/**
 * A text in at most `mostLines` lines of `width`, in the largest of `sizes` (largest first) in which it fits. If it
 * does not fit in the smallest either, it ends in an ellipsis.
 */
export function fitText(
  text: string,
  { face, width, sizes, mostLines }: { face: Face; width: number; sizes: number[]; mostLines: number },
): FittedText {
  for (const size of sizes) {
    const lines = brokenLines(text, face, width / size);
    // A word may be broken in two only in the smallest size.
    const isWhole = lines.length <= mostLines && lines.every(({ breaksWord }) => !breaksWord);
    if (isWhole) return { lines: lines.map(({ text }) => text), size };
  }
  const size = sizes.at(-1) ?? 1;
  const lines = brokenLines(text, face, width / size).map(({ text }) => text);
  if (lines.length <= mostLines) return { lines, size };
  const last = withEllipsis(lines[mostLines - 1] ?? "", face, width / size);
  return { lines: [...lines.slice(0, mostLines - 1), last], size };
}

/** Sizes from one down to another, each a twelfth smaller. */
export function sizesFrom(largest: number, smallest: number): number[] {
  const sizes: number[] = [];
  for (let size = largest; size > smallest; size *= 11 / 12) sizes.push(size);
  return [...sizes, smallest];
}

type Line = { text: string; breaksWord: boolean };

/** `most` is the longest that a line may be, in heights of the type. */
function brokenLines(text: string, face: Face, most: number): Line[] {
  const lines: Line[] = [];
  let line = "";
  for (const word of splitWords(text, face)) {
    if (measureLength((line + word).trimEnd(), face) <= most) {
      line += word;
      continue;
    }
    if (line !== "") lines.push({ text: line.trimEnd(), breaksWord: false });
    line = word.trimStart();
    while (measureLength(line.trimEnd(), face) > most) {
      const head = longestHead(line, face, most);
      lines.push({ text: head, breaksWord: face !== "mono" });
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== "") lines.push({ text: line.trimEnd(), breaksWord: false });
  return lines;
}

/**
 * The pieces between which lines may be broken: words, also in scripts without spaces; in an address, after each `/`.
 */
function splitWords(text: string, face: Face): string[] {
  if (face === "mono") return text.match(/[^/]*\/*/g)?.filter((part) => part !== "") ?? [];
  return (
    text.match(/\S+\s*|\s+/g)?.flatMap((word) => (isSpaceless(word) ? [...graphemes(word)] : [word])) ?? []
  );
}

function isSpaceless(word: string): boolean {
  return /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/u.test(word);
}

function longestHead(text: string, face: Face, most: number): string {
  let head = "";
  for (const grapheme of graphemes(text)) {
    if (head !== "" && measureLength(head + grapheme, face) > most) break;
    head += grapheme;
  }
  return head;
}

function withEllipsis(line: string, face: Face, most: number): string {
  const all = [...graphemes(line)];
  while (all.length > 0 && measureLength(`${all.join("").trimEnd()}…`, face) > most) all.pop();
  return `${all.join("").trimEnd()}…`;
}

function* graphemes(text: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter().segment(text)) yield segment;
}
