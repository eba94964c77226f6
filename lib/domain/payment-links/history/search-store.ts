import { listNames } from "@/lib/domain/members/list-members";
import {
  parseSearch,
  type SearchedAmounts,
  type SearchTerm,
} from "@/lib/domain/payment-links/history/parse-search";
import type { MerchantTx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";

type Where = Prisma.PaymentLinkWhereInput;

/** A word as the column `search_text` has it, and the people whose names contain it. */
type FoldedWord = { text: string; peopleIds: string[] };

/**
 * Turns a search into conditions on rows. Accents and case do not matter: the database folds the column `search_text`,
 * the words that were typed, and the names of people who created links.
 */
export async function toSearchWhere(tx: MerchantTx, text: string): Promise<Where> {
  const { terms, amounts } = parseSearch(text);
  const fold = await foldWords(
    tx,
    terms.flatMap(({ words }) => words),
  );
  const byTerms: Where = { AND: terms.map((term) => toWhere(term, fold)) };
  return amounts ? { OR: [amountWhere(amounts), byTerms] } : byTerms;
}

async function foldWords(tx: MerchantTx, words: string[]): Promise<(word: string) => FoldedWord> {
  const people = await listNames(tx);
  const texts = [...words, ...people.map(({ name }) => name)];
  const rows = await tx.$queryRaw<{ folded: string }[]>`
    SELECT fold_text(given) AS folded FROM unnest(${texts}::text[]) WITH ORDINALITY AS t(given, place) ORDER BY place`;
  const folded = rows.map((row) => row.folded);
  const names = folded.slice(words.length);
  return (word) => {
    const text = folded[words.indexOf(word)] ?? "";
    const named = people.filter((_, index) => text !== "" && names[index]?.includes(text));
    return { text, peopleIds: named.map(({ userId }) => userId) };
  };
}

function toWhere(term: SearchTerm, fold: (word: string) => FoldedWord): Where {
  const { amounts, currencies, id, upstreamId, url } = term;
  const either: Where[] = [{ AND: term.words.map((word) => wordWhere(fold(word))) }];
  if (amounts) either.push(amountWhere(amounts));
  if (currencies.length > 0) either.push({ currency: { in: currencies } });
  if (id) either.push({ id });
  if (upstreamId) either.push({ upstreamId: containing(upstreamId) });
  if (url) either.push({ url: containing(url) });
  return { OR: either };
}

function wordWhere({ text, peopleIds }: FoldedWord): Where {
  // Nothing is left after folding: an accent was typed alone.
  if (text === "") return {};
  return { OR: [{ searchText: { contains: literal(text) } }, { createdById: { in: peopleIds } }] };
}

function amountWhere({ amountsMinor, currencies }: SearchedAmounts): Where {
  return { amountMinor: { in: amountsMinor }, ...(currencies && { currency: { in: currencies } }) };
}

function containing(text: string) {
  return { contains: literal(text), mode: "insensitive" } as const;
}

/** Escapes % and _, which Prisma's `contains` would take as wildcards. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
