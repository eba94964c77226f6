/**
 * Invisible marks that calculators, spreadsheets and chats put around or between digits: soft hyphens, zero-width
 * spaces and joiners, byte order marks, variation selectors, and direction marks. U+202E is not among them: it reverses
 * what follows, so the person saw other digits.
 */
const invisible =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202D\u2060-\u2064\u2066-\u2069\uFEFF]|[\uFE00-\uFE0F]/g;

/**
 * Full-width and styled forms (`１`, `𝟏`, `＄`, `．`) of characters on a keyboard. Superscripts are not digits, and stay.
 */
const styled = /(?![0-9])\p{Nd}|[\uFF01-\uFF5E\uFFE0-\uFFE6]/gu;

/**
 * The text of an amount as a person sees it: without invisible marks, and with plain characters in place of styled
 * ones.
 */
export function seenAmountText(text: string): string {
  return text
    .replace(invisible, "")
    .replace(styled, (character) => {
      const plain = character.normalize("NFKC");
      return /^[\x21-\x7E\p{Sc}]$/u.test(plain) ? plain : character;
    })
    .trim();
}

/** With the digits of other scripts (`٥`, `५`) as those that keyboards have. */
export function withPlainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const styled = digit.normalize("NFKC");
    if (/^[0-9]$/.test(styled)) return styled;
    // The ten digits of a script follow each other, and those of two scripts do not.
    let zero = digit.codePointAt(0) ?? 0;
    const code = zero;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}
