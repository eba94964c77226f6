import { isolateReversed } from "@/lib/core/isolate";

const longest = 40;

/** What mail programs make a link of: an address on the web, an email address, a telephone number. */
const joints = /([.:/\\@．。｡․：／＠]+)(?=\S)/gu;
const numbers = /\p{Nd}(?:[\s().+-]*\p{Nd}){6,}/gu;

/**
 * A name as it may stand in an email to somebody who has not asked for it. Names are checked when they are typed; what
 * slips through must not become a link, nor a message of its own: it is one short line, with a space after every sign
 * that could join an address, and without telephone numbers.
 */
export function toMailName(name: string): string {
  const line = name
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(numbers, "…")
    .replace(joints, "$1 ")
    .replace(/ {2,}/g, " ")
    .trim();
  const letters = [...line];
  const short =
    letters.length > longest
      ? `${letters
          .slice(0, longest - 1)
          .join("")
          .trimEnd()}…`
      : line;
  return isolateReversed(short);
}
