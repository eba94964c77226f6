import type { LinkView } from "@/lib/core/link-view";
import { type Name, namesOfTeam } from "@/lib/domain/members/list-names";
import { inUse } from "@/lib/domain/payment-links/create/list-used-currencies";
import { latestCurrencies } from "@/lib/domain/payment-links/create/suggestions-store";
import {
  type HistoryPage,
  historyPageSize,
  isNarrowed,
  readHistoryPage,
  toPage,
} from "@/lib/domain/payment-links/history/list-history";
import { listedLinks } from "@/lib/domain/payment-links/history/listed-store";
import { type HistoryFilters, readPlace } from "@/lib/domain/payment-links/history/parse-filters";
import type { SavedView } from "@/lib/domain/payment-links/saved-views/schema";
import { savedViews } from "@/lib/domain/payment-links/saved-views/view-store";
import type { CurrencyCode } from "@/lib/money/currencies";
import { readTogetherAs, withMerchant } from "@/lib/platform/db";
import { readRows } from "@/lib/platform/statement";

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

/** One page of the history, and what its filters offer. */
export async function readHistory(view: LinkView, { filters, merchant, userId }: Request): Promise<History> {
  const { merchantId } = view;
  const offers = askForOffers(view, { merchant, userId });
  if (filters && !isNarrowed(filters)) {
    const whole = await readWhole(view, filters, offers);
    if (whole) return whole;
  }
  const { timeZone } = merchant;
  const [page, answers] = await Promise.all([
    filters && withMerchant(merchantId, (tx) => readHistoryPage(tx, view, { filters, timeZone })),
    readTogetherAs(merchantId, ...offers.asked),
  ]);
  return { page, ...offers.read(answers) };
}

type Offers = ReturnType<typeof askForOffers>;

/** What the filters offer: what to ask, and how the answers are read. */
function askForOffers({ merchantId, onlyBy }: LinkView, { merchant, userId }: Omit<Request, "filters">) {
  const currencies = latestCurrencies(merchantId);
  const team = namesOfTeam(merchantId);
  const views = savedViews(merchantId, userId);
  const readTeam = (ofTeam?: unknown[]) => readRows(team, ofTeam);
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

/**
 * The pages that most people see most of the time, where nothing is searched for: all in one go. Null where its place is
 * after the last link, or less than a page is before it.
 */
async function readWhole(view: LinkView, filters: HistoryFilters, offers: Offers): Promise<History | null> {
  const { after, before, sort = "newest" } = filters;
  const place = {
    order: sort,
    ...(after && { after: readPlace(after) }),
    ...(before && { before: readPlace(before) }),
  };
  const links = listedLinks(view, place, historyPageSize + 1);
  const [ofLinks, ...ofOffers] = await readTogetherAs(view.merchantId, links.sql, ...offers.asked);
  const listed = readRows(links, ofLinks);
  if (before ? listed.length <= historyPageSize : after && listed.length === 0) return null;
  const team = offers.readTeam(ofOffers[0]);
  const found = listed.map(({ createdById, ...link }) => {
    const by = team.find(({ userId }) => userId === createdById);
    return { ...link, createdBy: by ? { id: by.userId, name: by.name } : null };
  });
  const page = toPage(before ? found.toReversed() : found, filters);
  return { page: { ...page, isClose: false, totals: null }, ...offers.read(ofOffers) };
}
