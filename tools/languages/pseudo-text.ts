/**
 * Letters that the interface's typeface has and no text of the tests' data. Vowels are doubled, which makes a word as
 * much longer as a translation into German would.
 */
const accented: Record<string, string> = {
  a: "ää",
  e: "ëë",
  i: "ïï",
  o: "öö",
  u: "üü",
  c: "ç",
  d: "ď",
  g: "ğ",
  k: "ķ",
  l: "ļ",
  n: "ņ",
  r: "ŕ",
  s: "š",
  t: "ţ",
  w: "ŵ",
  y: "ŷ",
  z: "ž",
};

/** How a page's texts are recognized as coming from the catalogues. */
export const pseudoLetters = /[äëïöüšţŕļďğķžŷŵ]/;

/** An English message, longer by two fifths, with accents, between brackets that show where it was cut off. */
export function toPseudoText(message: string): string {
  return `⟦${convert(message)}⟧`;
}

/** Changes the words of an ICU message, and none of its arguments and tags. */
function convert(message: string): string {
  const open = message.indexOf("{");
  if (open === -1) return lengthenText(message);
  const end = findEnd(message, open);
  const argument = message.slice(open + 1, end);
  return `${lengthenText(message.slice(0, open))}{${convertArgument(argument)}}${convert(message.slice(end + 1))}`;
}

/** `count, plural, one {# link} other {# links}` has messages inside; other arguments have not. */
function convertArgument(argument: string): string {
  const [head = ""] = /^\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/.exec(argument) ?? [];
  if (!head) return argument;
  let choices = "";
  for (let rest = argument.slice(head.length); ; ) {
    const open = rest.indexOf("{");
    if (open === -1) return head + choices + rest;
    const end = findEnd(rest, open);
    choices += `${rest.slice(0, open)}{${convert(rest.slice(open + 1, end))}}`;
    rest = rest.slice(end + 1);
  }
}

/** Where the brace at `open` is closed. */
function findEnd(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at += 1) {
    if (message[at] === "{") depth += 1;
    if (message[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a brace is not closed: ${message}`);
}

/** All messages of a catalogue. */
export function toPseudoCatalogue<Catalogue>(catalogue: Catalogue): Catalogue;
export function toPseudoCatalogue(catalogue: unknown): unknown {
  if (typeof catalogue === "string") return toPseudoText(catalogue);
  if (typeof catalogue !== "object" || catalogue === null) return catalogue;
  return Object.fromEntries(Object.entries(catalogue).map(([key, value]) => [key, toPseudoCatalogue(value)]));
}

function lengthenText(text: string): string {
  return text.replace(/<\/?\w+>|WhatsApp|SMS|4Geeks|Cobro|\p{L}/gu, (letter) => {
    const longer = accented[letter.toLowerCase()];
    if (!longer) return letter;
    return letter === letter.toLowerCase() ? longer : longer.charAt(0).toUpperCase() + longer.slice(1);
  });
}
