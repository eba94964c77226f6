import * as z from "zod";
import type { MerchantId } from "@/lib/core/merchant-id";
import { type FoldedName, foldedNamesOfTeam } from "@/lib/domain/members/list-names";
import { listNearWords, nearPattern } from "@/lib/domain/payment-links/history/list-near-words";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { parseSearch, type Search } from "@/lib/domain/payment-links/history/parse-search";
import { readRow, readRows, type Sql, type Statement } from "@/lib/platform/statement";
import { Prisma } from "@/prisma/generated/client";

/** What the database knows of the words in filters, without which they cannot be conditions on rows. */
export type Words = {
  /** What is searched for; null for nothing. */
  search: Search | null;
  /** A text as the column `search_text` has it. Only of those that were asked for. */
  fold: (text: string) => string;
  /** The people whose names contain a folded text. */
  findPeople: (folded: string) => string[];
  /** Those whose names have a word that is one typing error away from it. */
  findNearPeople: (folded: string) => string[];
  /** The only link that it can be about, because its id is in it. */
  linkId: string | undefined;
};

/** A question about words, and how the answers are read. */
type AskedWords = {
  /** Asked first where something is searched for; null for other words. */
  team: Statement<FoldedName> | null;
  /** Nothing where there are no words. */
  asked: Sql[];
  read: (ofTeam: unknown[] | undefined, answers: unknown[][]) => Words;
};

/** What to ask about the words in filters. */
export function askForWords(
  merchantId: MerchantId,
  { q, tag }: Pick<HistoryFilters, "q" | "tag">,
): AskedWords {
  const search = q ? parseSearch(q) : null;
  const terms = search?.terms ?? [];
  const texts = [...terms.flatMap(({ words }) => words), ...(tag ? [tag] : [])];
  const ids = terms.flatMap(({ id }) => id ?? []);
  const folds = foldedTexts(texts);
  const link = firstLink(merchantId, ids);
  const team = search && foldedNamesOfTeam(merchantId);
  return {
    team,
    asked: [...(texts.length > 0 ? [folds.sql] : []), ...(ids.length > 0 ? [link.sql] : [])],
    read(ofTeam, [ofTexts, ofLink]) {
      const folded = new Map(readRows(folds, ofTexts).map((row) => [row.given, row.folded]));
      const people = team ? readRows(team, ofTeam) : [];
      const findPeople = (isMeant: (folded: string) => boolean) =>
        people.filter((one) => isMeant(one.folded)).map(({ userId }) => userId);
      return {
        search,
        fold: (text) => folded.get(text) ?? "",
        findPeople: (text) => findPeople((name) => name.includes(text)),
        findNearPeople: (text) => {
          const near = listNearWords(text);
          const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${nearPattern(near)}`, "u");
          return near.length > 0 ? findPeople((name) => pattern.test(name)) : [];
        },
        linkId: readRow(link, ofLink)?.id,
      };
    },
  };
}

const foldedText = z.object({ given: z.string(), folded: z.string() });

function foldedTexts(texts: string[]): Statement<z.output<typeof foldedText>> {
  const sql = Prisma.sql`SELECT given, fold_text(given) AS folded FROM unnest(${texts}::text[]) AS texts(given)`;
  return { sql, row: foldedText };
}

const linkRow = z.object({ id: z.string() });

/** The first of some ids that is one of the merchant's links. */
function firstLink(merchantId: MerchantId, ids: string[]): Statement<z.output<typeof linkRow>> {
  const sql = Prisma.sql`
    SELECT id FROM payment_links WHERE merchant_id = ${merchantId}::uuid AND id = ANY(${ids}::uuid[]) LIMIT 1`;
  return { sql, row: linkRow };
}
