const begin = "\u2068";
const end = "\u2069";

const runsTheOtherWay = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A name for a sentence on a page, between marks that `IsolatedText` turns into elements. */
export function isolate(name: string): string {
  return begin + name + end;
}

/**
 * A name for plain text: subjects, messages, labels. Letters that run from right to left would reorder the words around
 * them, so they get marks. Other names get none: some programs show the marks.
 */
export function isolateReversed(name: string): string {
  return runsTheOtherWay.test(name) ? isolate(name) : name;
}

/** The text cut at the marks: what is outside and what is inside by turns, beginning with outside. */
export function splitIsolated(text: string): string[] {
  return text.split(/[\u2068\u2069]/);
}
