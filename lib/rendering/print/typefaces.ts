import type { Font } from "fontkit";
import { openSync } from "fontkit";
import { packageFile } from "@/lib/platform/package-file";
import type { Face } from "@/lib/rendering/print/drawn";

/** A file of a typeface, and the name that a PDF knows it by. */
export type Typeface = { name: string; font: Font; file: string };

const weights = { normal: 400, bold: 700, mono: 400 } as const satisfies Record<Face, number>;
const families: Record<Face, [family: string, subset: string][]> = (() => {
  // Noto has what Figtree lacks: signs of currencies such as ₡, and other alphabets.
  const noto = ["latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"] as const;
  const duplicateOf = noto.map((subset): [string, string] => ["noto-sans", subset]);
  const text: [string, string][] = [["figtree", "latin"], ["figtree", "latin-ext"], ...duplicateOf];
  return { normal: text, bold: text, mono: [["roboto-mono", "latin"], ...text] };
})();

/** Every character that some typeface of this face has goes to the first that has it. */
export type Run = { text: string; typeface: Typeface | null };

const loaded = new Map<string, Typeface>();

function listTypefaces(face: Face): Typeface[] {
  return families[face].map(([family, subset]) => {
    const name = `${family}-${subset}-${weights[face]}`;
    const known = loaded.get(name);
    if (known) return known;
    const file = packageFile(`@fontsource/${family}/files/${name}-normal.woff`);
    const opened = openSync(file);
    if (!("layout" in opened)) throw new Error(`${file} is a collection`);
    const typeface = { name, font: opened, file };
    loaded.set(name, typeface);
    return typeface;
  });
}

/** The text in pieces of one typeface each; null for what none has. A space stays with the piece before it. */
export function toRuns(text: string, face: Face): Run[] {
  const typefaces = listTypefaces(face);
  const runs: Run[] = [];
  for (const character of printable(text)) {
    const last = runs.at(-1);
    const point = character.codePointAt(0) ?? 0;
    const isSpace = character === " ";
    const typeface =
      isSpace && last
        ? last.typeface
        : (typefaces.find(({ font }) => font.hasGlyphForCodePoint(point)) ?? null);
    if (last && last.typeface === typeface) last.text += character;
    else runs.push({ text: character, typeface });
  }
  return runs;
}

/** Whether every letter can be drawn in a file. Pages can show any: the browser knows other typefaces. */
export function hasLettersFor(text: string): boolean {
  return toRuns(text, "bold").every(({ typeface }) => typeface !== null);
}

/**
 * How long a line is, in heights of its type. Kerning, which brings letters nearer, is left out: it takes longer to
 * work out than all the rest, and a line that is a little shorter than thought still fits.
 */
export function measureLength(text: string, face: Face): number {
  let length = 0;
  for (const character of printable(text)) length += getAdvance(character, face);
  return length;
}

const advances: Record<Face, Map<string, number>> = { normal: new Map(), bold: new Map(), mono: new Map() };

function getAdvance(character: string, face: Face): number {
  const known = advances[face].get(character);
  if (known !== undefined) return known;
  const [run] = toRuns(character, face);
  const font = run?.typeface?.font;
  const advance = font
    ? font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm
    : unknownAdvance(character);
  // There are as many characters as people can think of; the ones in use are few.
  if (advances[face].size > 5_000) advances[face].clear();
  advances[face].set(character, advance);
  return advance;
}

/** Letters that no typeface has are taken to be wide: Chinese, Japanese, Korean and pictures most of all. */
function unknownAdvance(character: string): number {
  if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0;
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{So}/u.test(character)
    ? 1.3
    : 0.7;
}

/** Narrow and unbreakable spaces, which amounts hold, are spaces in print; what has no width is left out. */
function printable(text: string): string {
  return text.replace(/[\u2000-\u200a\u202f\u00a0]/g, " ").replace(/[\u200b\u200e\u200f\u2060\ufeff]/g, "");
}
