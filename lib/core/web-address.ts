/** How a web address ends, apart from the two letters of a country. */
const endings =
  "com|net|org|info|biz|name|mobi|pro|app|dev|online|site|shop|store|link|click|top|club|live|vip|icu|tech|space|website|page|xyz|email|cloud|digital|xn--[a-z0-9-]+";

const label = "[\\p{L}\\p{N}][\\p{L}\\p{N}-]*[\\p{L}\\p{N}]";
const ends = "(?![\\p{L}\\p{N}])";

/** Spanish and Portuguese words that follow an abbreviation, sometimes without a space: `Ma.de los Ángeles`. */
const littleWords = "de|la|el|le|al|do|da|du|di|en|et";

const signs = [
  "://",
  "\\b(?:https?|mailto|tel|sms|ftp):\\S",
  "\\bwww\\.\\S",
  "\\S@[^\\s@]+\\.[^\\s@]",
  "\\d{1,3}(?:\\.\\d{1,3}){3}",
  `${label}\\.(?:${endings})${ends}`,
  `${label}\\.(?!(?:${littleWords})${ends})[a-z]{2}${ends}`,
  `[\\p{L}\\p{N}-]{5,}\\.(?:${littleWords})${ends}`,
  // With one letter before the dot only the best-known endings count, since initials look the same.
  `(?<![\\p{L}\\p{N}.])[a-z]\\.(?:com|co|me|ly)${ends}`,
];

const address = new RegExp(signs.join("|"), "u");

/**
 * Whether mail programs would turn a part of this text into a link. A dot with a space after it, initials and
 * abbreviations (`Café St. John's`, `A.B.C. Store`, `S.A.de C.V.`) are no address.
 * @param line short, since it is normalised.
 */
export function holdsAddress(line: string): boolean {
  return address.test(
    line
      .normalize("NFKC")
      .replace(/[\u3002\uFF61]/g, ".")
      .toLowerCase(),
  );
}
