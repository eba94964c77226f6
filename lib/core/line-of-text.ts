import * as z from "zod";
import { fail, ok, type Result } from "@/lib/core/result";
import { holdsAddress } from "@/lib/core/web-address";

export type LineIssue = "missing" | "too_long" | "unprintable";

/** A character as people count them may be many code units (a family emoji has 11); most have one or two. */
const codeUnitsEach = 4;

/** Control characters, lone surrogates, unassigned and private-use characters, and those that reverse what follows. */
const unprintable = /(?!\p{ExtPict})[\p{Cc}\p{Cs}\p{Cn}\p{Co}\u202D\u202E\uFFF9-\uFFFB]/u;

/** More accents on one letter than any language uses: they would be drawn over the lines above and below. */
const piledUp =
  /[\u0300-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20DC\u20E1-\u20FF\uFE20-\uFE2F]{4}|\p{M}{9}/u;

const joiningScripts = [
  ...["Arabic", "Syriac", "Mongolian", "Nko", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya"],
  ...["Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala", "Khmer", "Myanmar", "Tibetan"],
]
  .map((script) => `\\p{Script=${script}}`)
  .join("");

/**
 * Invisible characters that change what is seen: within an emoji or a flag, and between the letters of some scripts.
 */
const meaningful = [
  "(?<=[\\p{ExtPict}\\p{EMod}])[\\uFE0E\\uFE0F]",
  "(?<=[0-9#*])\\uFE0F(?=\\u20E3)",
  "(?<=[\\p{ExtPict}\\p{EMod}\\uFE0F])\\u200D(?=\\p{ExtPict})",
  `(?<=[${joiningScripts}])[\\u200C\\u200D]`,
  "(?<=\\p{Script=Mongolian})[\\u180B-\\u180D]",
  "(?<=\\p{Script=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]",
  "(?<=\\u{1F3F4})[\\u{E0061}-\\u{E007A}\\u{E0030}-\\u{E0039}]{3,6}\\u{E007F}",
].join("|");

/**
 * Those (captured, to be left in), and every other invisible character: soft hyphens, zero-width spaces, fillers, tags,
 * direction marks.
 */
const invisible = new RegExp(`(${meaningful})|[\\p{DI}\\uFFFC\\u{1D159}\\u{16FE4}]`, "gu");

/** A character that is visible in print. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A text on one line, in the form that is stored: normalised, with single spaces, and without anything invisible. Its
 * length is checked before anything else, so that a huge text costs nothing.
 * @param max in characters as a person counts them.
 */
export function readLine(text: string, max: number): Result<string, { code: LineIssue }> {
  if (text.length > max * codeUnitsEach) return fail({ code: "too_long" });
  // Line breaks and tabs come with pasted text. U+2800 is the blank of Braille.
  const spaced = text.replace(/\uFEFF/g, "").replace(/[\s\u2800]+/g, " ");
  if (unprintable.test(spaced) || piledUp.test(spaced)) return fail({ code: "unprintable" });
  const line = spaced
    .replace(invisible, (_, meant?: string) => meant ?? "")
    .normalize("NFC")
    // An accent without a letter would be drawn on whatever stands before the text.
    .replace(/^[\p{M} ]+/u, "")
    .replace(/ {2,}/g, " ")
    .trim();
  if (!visible.test(line)) return fail({ code: "missing" });
  const isLong = line.length > max * codeUnitsEach || hasMoreCharacters(line, max);
  return isLong ? fail({ code: "too_long" }) : ok(line);
}

const segmenter = new Intl.Segmenter();

/** Whether a text has more characters than this, as a person counts them. */
export function hasMoreCharacters(line: string, max: number): boolean {
  if (line.length <= max) return false;
  let count = 0;
  for (const _ of segmenter.segment(line)) if (++count > max) return true;
  return false;
}

/**
 * The name of a person or a business. It may not hold a web address: names appear in the subjects of emails, and
 * anybody could have ours advertise theirs.
 * @param issues the code for each fault.
 */
export function nameSchema(max: number, issues: Record<LineIssue | "has_address", string>) {
  return z.string().transform((text, context) => {
    const line = readLine(text, max);
    if (line.ok && !holdsAddress(line.value)) return line.value;
    context.addIssue({ code: "custom", message: issues[line.ok ? "has_address" : line.code] });
    return z.NEVER;
  });
}
