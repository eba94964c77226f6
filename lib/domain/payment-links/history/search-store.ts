import { listNames } from "@/lib/domain/members/list-names";
import { type KeyMaker, keyMaker } from "@/lib/domain/payment-links/history/build-keys";
import { forgiveWord } from "@/lib/domain/payment-links/history/close-word-store";
import {
  always,
  type Condition,
  matchAll,
  matchAny,
} from "@/lib/domain/payment-links/history/conditions-store";
import {
  parseSearch,
  type SearchedAmounts,
  type SearchTerm,
} from "@/lib/domain/payment-links/history/parse-search";
import type { MerchantTx } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** A word as the column `search_text` has it, and the people whose names contain it. */
type FoldedWord = { text: string; peopleIds: string[] };

/** A search as conditions on rows. */
export type SearchConditions = {
  exact: Condition;
  /** The same with typing errors forgiven; null when it has no words. */
  close: Condition | null;
  /** The only link that it can be about, because its id is in it. */
  linkId: string | undefined;
};

/**
 * Turns a search into conditions on rows. Accents and case do not matter: the database folds the column `search_text`,
 * the words that were typed, and the names of people who created links.
 */
export async function toSearchConditions(tx: MerchantTx, text: string): Promise<SearchConditions> {
  const { terms, amounts } = parseSearch(text);
  const fold = await foldWords(
    tx,
    terms.flatMap(({ words }) => words),
  );
  const linkId = await findLinkId(tx, terms);
  const maker = keyMaker(tx.merchantId);
  const byTerms = (isClose: boolean) =>
    matchAll(
      terms
        .filter(({ id }) => id === null || id !== linkId)
        .map((term) => toCondition(term, { fold, maker, isClose })),
    );
  const exact = amounts ? matchAny([amountCondition(amounts, maker), byTerms(false)]) : byTerms(false);
  const hasWords = terms.some(({ words }) => words.some((word) => forgiveWord(fold(word).text, maker)));
  return { exact, close: hasWords ? byTerms(true) : null, linkId };
}

async function foldWords(tx: MerchantTx, words: string[]): Promise<(word: string) => FoldedWord> {
  const people = await listNames(tx);
  const folded = await foldTexts(tx, [...words, ...people.map(({ name }) => name)]);
  const names = folded.slice(words.length);
  return (word) => {
    const text = folded[words.indexOf(word)] ?? "";
    const named = people.filter((_, index) => text !== "" && names[index]?.includes(text));
    return { text, peopleIds: named.map(({ userId }) => userId) };
  };
}

/** Texts as the column `search_text` has them. */
export async function foldTexts(tx: MerchantTx, texts: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ folded: string }[]>`
    SELECT fold_text(given) AS folded FROM unnest(${texts}::text[]) WITH ORDINALITY AS t(given, place) ORDER BY place`;
  return rows.map(({ folded }) => folded);
}

async function findLinkId(tx: MerchantTx, terms: SearchTerm[]): Promise<string | undefined> {
  const ids = terms.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return undefined;
  const where = { merchantId: tx.merchantId, id: { in: ids } };
  return (await tx.paymentLink.findFirst({ where, select: { id: true } }))?.id;
}

function toCondition(
  { words, amounts, currencies, upstreamId, url, phone }: SearchTerm,
  { fold, maker, isClose }: { fold: (word: string) => FoldedWord; maker: KeyMaker; isClose: boolean },
): Condition {
  const either = [matchAll(words.map((word) => wordCondition(fold(word), maker, isClose)))];
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

function wordCondition({ text, peopleIds }: FoldedWord, maker: KeyMaker, isClose: boolean): Condition {
  // Nothing is left after folding: an accent was typed alone.
  if (text === "") return always;
  const either = [textCondition(text, maker)];
  const close = isClose ? forgiveWord(text, maker) : null;
  if (close) either.push(close);
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
