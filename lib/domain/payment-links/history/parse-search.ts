import type { CurrencyCode } from "@/lib/money/currencies";
import { readCurrencyMarks } from "@/lib/money/currency-marks";
import { searchedAmounts } from "@/lib/money/money";

export type SearchedAmounts = NonNullable<ReturnType<typeof searchedAmounts>>;

/** One thing that a search asks for, and all that it can be. */
export type SearchTerm = {
  /** As typed; each of its words may also stand in a description or be a name. */
  words: string[];
  amounts: SearchedAmounts | null;
  currencies: CurrencyCode[];
  /** The link's own id, as the address of its page has it. */
  id: string | null;
  /** Enough of what upstream calls it. */
  upstreamId: string | null;
  /** Enough of its address. */
  url: string | null;
};

/** All terms have to be found, in any order; or the whole is an amount. */
export type Search = { terms: SearchTerm[]; amounts: SearchedAmounts | null };

export function parseSearch(text: string): Search {
  // A space before three digits may stand between thousands.
  const parts = withoutRef(text).split(/(?<!\d)\s+|\s+(?!\d{3}(?!\d))/u);
  return { terms: parts.map(toTerm).filter(({ words }) => words.length > 0), amounts: searchedAmounts(text) };
}

/** `ref K7Q4` stands on posters and in messages; the reference is what follows. */
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
  };
}

/** Quotes, brackets and stops around a word; of nothing else, all of it is kept. */
function withoutPunctuation(word: string): string {
  return word.replace(/^[,;:.!?¡¿()[\]{}"'“”‘’«»]+|[,;:.!?¡¿()[\]{}"'“”‘’«»]+$/gu, "") || word;
}

/** What two ways to write one address have in common. */
function toAddress(word: string): string {
  return word
    .replace(/^https?:\/\//i, "")
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
}
