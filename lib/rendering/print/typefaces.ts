import { type Font, openSync } from "fontkit";
import { packageFile } from "@/lib/platform/package-file";
import type { Face } from "@/lib/rendering/print/drawn";

/** The file of a typeface, and its name in a PDF. */
export type Typeface = { name: string; font: Font; file: string };

const weights = { normal: 400, bold: 700, mono: 400 } as const satisfies Record<Face, number>;
const families: Record<Face, [family: string, subset: string][]> = (() => {
  // Noto has what Figtree lacks: currency signs such as ₡, and other alphabets.
  const noto = ["latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"] as const;
  const duplicateOf = noto.map((subset): [string, string] => ["noto-sans", subset]);
  const text: [string, string][] = [["figtree", "latin"], ["figtree", "latin-ext"], ...duplicateOf];
  return { normal: text, bold: text, mono: [["roboto-mono", "latin"], ...text] };
})();

/** A piece of a text in one typeface: each character is in the first typeface of its face that has it. */
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

/** Splits a text into runs; `typeface` is null for characters that none has. A space stays with the run before it. */
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

/** Whether every character can be drawn in a PDF. Pages can show any, because browsers have other typefaces. */
export function hasLettersFor(text: string): boolean {
  return toRuns(text, "bold").every(({ typeface }) => typeface !== null);
}

/**
 * The length of a line, in heights of its type. Kerning is left out: it takes longer to compute than everything else,
 * and only makes a line shorter, so that the line still fits.
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
  // A limit in case texts have ever new characters; in practice they are few.
  if (advances[face].size > 5_000) advances[face].clear();
  advances[face].set(character, advance);
  return advance;
}

/** Characters that no typeface has are taken to be wide, as Chinese, Japanese, Korean and emoji are. */
function unknownAdvance(character: string): number {
  if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0;
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{So}/u.test(character)
    ? 1.3
    : 0.7;
}

/**
 * The text as it is drawn: the narrow and non-breaking spaces in amounts become plain spaces; characters without width,
 * such as soft hyphens, are removed; a dash or a letter form that no typeface has becomes its plain form.
 */
function printable(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Zs}\u2028\u2029]/gu, " ")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return plain.replace(/[^ -~]/gu, (character) => (hasGlyph(character) ? character : toPlain(character)));
}

const dashes: Readonly<Record<string, string>> = {
  "\u2010": "-",
  "\u2011": "-",
  "\u2043": "-",
  "\u2212": "-",
  "\ufe58": "–",
  "\u2012": "–",
  "\u2015": "—",
};

function toPlain(character: string): string {
  const plain = dashes[character] ?? character.normalize("NFKC");
  return [...plain].every(hasGlyph) ? plain : character;
}

const drawable = new Map<string, boolean>();

/** Whether a character can be drawn in any face: all faces fall back to the same typefaces. */
function hasGlyph(character: string): boolean {
  const known = drawable.get(character);
  if (known !== undefined) return known;
  const point = character.codePointAt(0) ?? 0;
  const isDrawable = listTypefaces("bold").some(({ font }) => font.hasGlyphForCodePoint(point));
  // A limit in case texts have ever new characters; in practice they are few.
  if (drawable.size > 5_000) drawable.clear();
  drawable.set(character, isDrawable);
  return isDrawable;
}
