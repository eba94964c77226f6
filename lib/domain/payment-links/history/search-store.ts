import type { MerchantId } from "@/lib/core/merchant-id";
import { type KeyMaker, keyMaker } from "@/lib/domain/payment-links/history/build-keys";
import { forgiveWord } from "@/lib/domain/payment-links/history/close-word-store";
import {
  always,
  type Condition,
  matchAll,
  matchAny,
} from "@/lib/domain/payment-links/history/conditions-store";
import type { Search, SearchedAmounts, SearchTerm } from "@/lib/domain/payment-links/history/parse-search";
import type { Words } from "@/lib/domain/payment-links/history/words-store";
import { Prisma } from "@/prisma/generated/client";

/** A search as conditions on rows. */
export type SearchConditions = {
  exact: Condition;
  /** The same with typing errors forgiven; null when it has no words. */
  close: Condition | null;
};

/**
 * Turns a search into conditions on rows. Accents and case do not matter: the database folds the column `search_text`,
 * the words that were typed, and the names of people who created links.
 */
export function toSearchConditions(
  merchantId: MerchantId,
  { terms, amounts }: Search,
  words: Words,
): SearchConditions {
  const maker = keyMaker(merchantId);
  const byTerms = (isClose: boolean) =>
    matchAll(
      terms
        .filter(({ id }) => id === null || id !== words.linkId)
        .map((term) => toCondition(term, { words, maker, isClose })),
    );
  const exact = amounts ? matchAny([amountCondition(amounts, maker), byTerms(false)]) : byTerms(false);
  const typed = terms.flatMap((term) => term.words);
  const hasWords = typed.some((word) => forgiveWord(words.fold(word), maker));
  return { exact, close: hasWords ? byTerms(true) : null };
}

function toCondition(
  { words: typed, amounts, currencies, upstreamId, url, phone }: SearchTerm,
  { words, maker, isClose }: { words: Words; maker: KeyMaker; isClose: boolean },
): Condition {
  const either = [matchAll(typed.map((word) => wordCondition(word, { words, maker, isClose })))];
  if (amounts) either.push(amountCondition(amounts, maker));
  if (currencies.length > 0) either.push(currencyCondition(currencies, maker));
  if (phone) either.push(textCondition(phone, maker));
  if (upstreamId) {
    const part = inLowerCase(upstreamId);
    const where = Prisma.sql`strpos(lower(upstream_id COLLATE "C"), ${part}) > 0`;
    either.push({ where, keys: maker.upstreamId(part) });
  }
  if (url) {
    const part = inLowerCase(url);
    either.push({ where: Prisma.sql`strpos(lower(url COLLATE "C"), ${part}) > 0`, keys: maker.url(part) });
  }
  return matchAny(either);
}

function wordCondition(
  word: string,
  { words, maker, isClose }: { words: Words; maker: KeyMaker; isClose: boolean },
): Condition {
  const text = words.fold(word);
  // Nothing is left after folding: an accent was typed alone.
  if (text === "") return always;
  const either = [textCondition(text, maker)];
  const close = isClose ? forgiveWord(text, maker) : null;
  if (close) either.push(close);
  const nearIds = isClose ? words.findNearPeople(text) : [];
  const peopleIds = [...new Set([...words.findPeople(text), ...nearIds])];
  if (peopleIds.length > 0) {
    either.push({
      where: Prisma.sql`created_by_id = ANY(${peopleIds}::uuid[])`,
      keys: peopleIds.map((id) => maker.fact("creator", id)).join(" | "),
    });
  }
  return matchAny(either);
}

function textCondition(text: string, maker: KeyMaker): Condition {
  return { where: Prisma.sql`strpos(search_text, ${text}) > 0`, keys: maker.text(text) };
}

function amountCondition({ amountsMinor, currencies }: SearchedAmounts, maker: KeyMaker): Condition {
  const amounts = amountsMinor.map((amountMinor) => ({
    where: Prisma.sql`amount_minor = ${amountMinor}`,
    keys: maker.fact("amount", amountMinor),
  }));
  const amount = matchAny(amounts);
  return currencies ? matchAll([amount, currencyCondition(currencies, maker)]) : amount;
}

export function currencyCondition(currencies: readonly string[], maker: KeyMaker): Condition {
  return matchAny(
    currencies.map((currency) => ({
      where: Prisma.sql`currency = ${currency}`,
      keys: maker.fact("currency", currency),
    })),
  );
}

/** Only A to Z, as the database does it for addresses and ids. */
function inLowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
