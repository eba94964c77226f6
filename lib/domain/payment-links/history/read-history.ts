import type { LinkView } from "@/lib/core/link-view";
import { listNames, type Name, namesOfTeam } from "@/lib/domain/members/list-names";
import { currenciesInUse, inUse } from "@/lib/domain/payment-links/create/list-used-currencies";
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
import { listViews, savedViews } from "@/lib/domain/payment-links/saved-views/view-store";
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

/** One page of the history, and what its filters offer, in one transaction. */
export async function readHistory(view: LinkView, { filters, merchant, userId }: Request): Promise<History> {
  if (filters && !filters.before && !isNarrowed(filters)) {
    const whole = await readWhole(view, { filters, merchant, userId });
    if (whole) return whole;
  }
  const { timeZone } = merchant;
  return withMerchant(view.merchantId, async (tx) => ({
    page: filters && (await readHistoryPage(tx, view, { filters, timeZone })),
    usedCurrencies: await currenciesInUse(tx, merchant),
    creators: view.onlyBy === null ? await listNames(tx) : [],
    views: await listViews(tx, userId),
  }));
}

/**
 * The page that most people see most of the time, where nothing is searched for: all in one go. Null where its place is
 * after the last link.
 */
async function readWhole(
  view: LinkView,
  { filters, merchant, userId }: Request & { filters: HistoryFilters },
): Promise<History | null> {
  const { merchantId, onlyBy } = view;
  const { after, sort = "newest" } = filters;
  const place = { order: sort, ...(after && { after: readPlace(after) }) };
  const links = listedLinks(view, place, historyPageSize + 1);
  const currencies = latestCurrencies(merchantId);
  const team = namesOfTeam(merchantId);
  const views = savedViews(merchantId, userId);
  const [ofLinks, ofCurrencies, ofTeam, ofViews] = await readTogetherAs(
    merchantId,
    ...[links, currencies, team, views].map(({ sql }) => sql),
  );
  if (after && ofLinks?.length === 0) return null;
  const names = readRows(team, ofTeam);
  const found = readRows(links, ofLinks).map(({ createdById, ...link }) => {
    const by = names.find(({ userId }) => userId === createdById);
    return { ...link, createdBy: by ? { id: by.userId, name: by.name } : null };
  });
  const latest = readRows(currencies, ofCurrencies).map(({ currency }) => currency);
  const hasNext = found.length > historyPageSize;
  const page = toPage(found.slice(0, historyPageSize), { hasNext, hasPrevious: after !== undefined, sort });
  return {
    page: { ...page, isClose: false, totals: null },
    usedCurrencies: inUse(merchant.defaultCurrency, latest),
    creators: onlyBy === null ? names : [],
    views: readRows(views, ofViews),
  };
}
