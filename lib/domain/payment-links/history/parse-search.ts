import { withPlainDigits } from "@/lib/money/amount-text";
import type { CurrencyCode } from "@/lib/money/currencies";
import { readCurrencyMarks } from "@/lib/money/currency-marks";
import { searchedAmounts } from "@/lib/money/money";

export type SearchedAmounts = NonNullable<ReturnType<typeof searchedAmounts>>;

/** One part of a search, with everything that it can mean. */
export type SearchTerm = {
  /** As typed. Each word may also be part of a description, or of a name. */
  words: string[];
  amounts: SearchedAmounts | null;
  currencies: CurrencyCode[];
  /** The id of a link, as it is in the address of its page. */
  id: string | null;
  /** A sufficient part of upstream's id of a link. */
  upstreamId: string | null;
  /** A sufficient part of a link's address. */
  url: string | null;
  /** The digits of a phone number that has other marks between them. */
  phone: string | null;
};

/** A link matches when it matches all terms, in any order, or one of the amounts. */
export type Search = { terms: SearchTerm[]; amounts: SearchedAmounts | null };

export function parseSearch(text: string): Search {
  // A space before three digits may be a thousands separator.
  const parts = withoutRef(text).split(/(?<!\p{Nd})\s+|\s+(?!\p{Nd}{3}(?!\p{Nd}))/u);
  const terms = parts.map(toTerm).filter(({ words }) => words.length > 0);
  const telling = terms.filter(({ words }) => !words.every(isMark));
  return { terms: telling.length > 0 ? telling : terms, amounts: searchedAmounts(text) };
}

/** What only separates words, as in "cake - deposit", unless it is all that is searched for. */
function isMark(word: string): boolean {
  return /^[\p{P}+|=~^`]+$/u.test(word);
}

/** Removes "ref", which stands before the reference on posters and in messages: `ref K7Q4`. */
function withoutRef(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])ref\.?:?\s+(?=[2-9a-z]{4,8}(?![\p{L}\p{N}]))/iu, "");
}

function toTerm(part: string): SearchTerm {
  const word = withoutPunctuation(part);
  return {
    words: part.split(/\s+/u).map(withoutPunctuation).filter(Boolean),
    amounts: searchedAmounts(part),
    currencies: [...new Set((readCurrencyMarks(part) ?? []).flat())],
    id: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(part)?.[0].toLowerCase() ?? null,
    upstreamId: word.length >= 6 && /\d/.test(word) ? word : null,
    url: /\p{L}/u.test(word) && /[./]/.test(word) && word.length >= 6 ? toAddress(word) : null,
    phone: toPhone(part),
  };
}

/**
 * Removes quotes, brackets and full stops around a word, and the `#` that people write before a tag, which is stored without
 * it; `#12` may be a number. A word of nothing else stays as it is.
 */
function withoutPunctuation(typed: string): string {
  const word = typed.replace(/^[,;:.!?¡¿()[\]{}"'“”‘’«»]+|[,;:.!?¡¿()[\]{}"'“”‘’«»]+$/gu, "") || typed;
  return word.replace(/^#+(?=[^\d#])/, "");
}

/** The part of an address that does not depend on how it was written. */
function toAddress(word: string): string {
  return word
    .replace(/^https?:\/\//i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}

/** Null for what is no phone number, has too few digits, or nothing between them: then it is found as a word. */
function toPhone(part: string): string | null {
  const plain = withPlainDigits(part);
  if (!/^\+?[\d\s().-]+$/.test(plain)) return null;
  const digits = plain.replace(/\D/g, "");
  // The digits of another script are in no text of ours but those that were typed so.
  const fewest = plain === part ? 6 : 3;
  return digits.length >= fewest && digits !== part ? digits : null;
}
