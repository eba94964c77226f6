const begin = "\u2068";
const end = "\u2069";

const runsTheOtherWay = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A name for a sentence on a page, set apart by marks that `IsolatedText` makes elements of. */
export function isolate(name: string): string {
  return begin + name + end;
}

/**
 * A name for plain text: subjects, messages, labels. Letters that run the other way would take the words around them
 * along; around all others the marks change nothing, and some programs show them.
 */
export function isolateReversed(name: string): string {
  return runsTheOtherWay.test(name) ? isolate(name) : name;
}

/** What stands between the marks, and what does not, by turns; the first does not. */
export function splitIsolated(text: string): string[] {
  return text.split(/[\u2068\u2069]/);
}
