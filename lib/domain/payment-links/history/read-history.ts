import type { LinkView } from "@/lib/core/link-view";
import { type Name, namesOfTeam } from "@/lib/domain/members/list-names";
import { inUse } from "@/lib/domain/payment-links/create/list-used-currencies";
import { latestCurrencies } from "@/lib/domain/payment-links/create/suggestions-store";
import { beginPage, type HistoryPage, withNames } from "@/lib/domain/payment-links/history/list-history";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { askForWords } from "@/lib/domain/payment-links/history/words-store";
import type { SavedView } from "@/lib/domain/payment-links/saved-views/schema";
import { savedViews } from "@/lib/domain/payment-links/saved-views/view-store";
import type { CurrencyCode } from "@/lib/money/currencies";
import { readTogetherAs } from "@/lib/platform/db";
import { readRows, type Statement } from "@/lib/platform/statement";

type History = {
  page: HistoryPage | null;
  usedCurrencies: CurrencyCode[];
  creators: Name[];
  /** The person's own. */
  views: SavedView[];
};

/** @property filters null when they cannot be read */
type Request = {
  filters: HistoryFilters | null;
  merchant: { timeZone: string; defaultCurrency: string };
  userId: string;
};

/** One page of the history, and what its filters offer: nearly always all in one go, or two where there are words. */
export async function readHistory(view: LinkView, { filters, merchant, userId }: Request): Promise<History> {
  const { merchantId } = view;
  const words = askForWords(merchantId, filters ?? {});
  const offers = askForOffers(view, { merchant, userId, team: words.team ?? namesOfTeam(merchantId) });
  if (!filters) return { page: null, ...offers.read(await readTogetherAs(merchantId, ...offers.asked)) };
  const known =
    words.asked.length > 0 ? await readTogetherAs(merchantId, ...offers.asked, ...words.asked) : null;
  const { asked, finish } = beginPage(
    view,
    { filters, timeZone: merchant.timeZone },
    words.read(known?.[0], known?.slice(offers.asked.length) ?? []),
  );
  const [answer, ...others] = await readTogetherAs(merchantId, asked, ...(known ? [] : offers.asked));
  const answers = known ?? others;
  const page = await finish(answer);
  return { page: withNames(page, offers.readTeam(answers[0])), ...offers.read(answers) };
}

/** What the filters offer: what to ask, and how the answers are read. */
function askForOffers(
  { merchantId, onlyBy }: LinkView,
  { merchant, userId, team }: Omit<Request, "filters"> & { team: Statement<Name> },
) {
  const currencies = latestCurrencies(merchantId);
  const views = savedViews(merchantId, userId);
  const readTeam = (ofTeam?: unknown[]) =>
    readRows(team, ofTeam).map(({ userId: id, name }) => ({ userId: id, name }));
  return {
    asked: [team.sql, currencies.sql, views.sql],
    readTeam,
    read: ([ofTeam, ofCurrencies, ofViews]: unknown[][]): Omit<History, "page"> => {
      const latest = readRows(currencies, ofCurrencies).map(({ currency }) => currency);
      return {
        usedCurrencies: inUse(merchant.defaultCurrency, latest),
        creators: onlyBy === null ? readTeam(ofTeam) : [],
        views: readRows(views, ofViews),
      };
    },
  };
}
