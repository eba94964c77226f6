/**
 * Characters that a terminal or a log viewer obeys instead of showing: control characters, line separators, and those
 * that change the direction of the text around them.
 */
const obeyed = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text as one line that a terminal shows and does nothing else with: what it would obey is written as in `\u001b`. */
export function printable(text: string): string {
  return text.replace(obeyed, escaped);
}

/** The same for lines of JSON, in which the escapes mean the same characters; only line ends stay. */
export function printableJson(lines: string): string {
  return lines.replace(obeyed, (found) => (found === "\n" ? found : escaped(found)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
