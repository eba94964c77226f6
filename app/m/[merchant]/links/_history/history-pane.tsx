import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { shortcutsAreOn } from "@/app/m/[merchant]/_shortcuts/shortcuts-are-on";
import { addressWith } from "@/lib/core/address-with";
import { type Query, typedFilters } from "@/lib/core/filters";
import { merchantPaths } from "@/lib/core/merchant-paths";
import type { Name } from "@/lib/domain/members/list-names";
import { may } from "@/lib/domain/members/permissions";
import { checkHistoryFilters } from "@/lib/domain/payment-links/history/check-filters";
import { historyFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { readHistory } from "@/lib/domain/payment-links/history/read-history";
import { viewQuery } from "@/lib/domain/payment-links/saved-views/schema";
import { getLocale, getTranslations } from "@/lib/i18n/translations";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { type CurrencyOption, nameCurrencies } from "@/lib/money/currency-names";
import { EmptyState } from "@/lib/ui/empty-state";
import { FilterIssues } from "@/lib/ui/filter-issues";
import { isHandheld } from "@/lib/ui/handheld";
import { Icon } from "@/lib/ui/icon";
import { ZoneNote } from "@/lib/ui/moments/zone-note";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { historyFilterNames } from "./filter-names";
import { Found } from "./found";
import { FreshOnReturn } from "./fresh-on-return";
import { type Creator, HistoryFilterFields } from "./history-filters";
import { HistoryList } from "./history-list";
import { HistorySearch } from "./history-search";
import { getNothingText } from "./nothing-text";
import { Pages } from "./pages";
import { PaneFoot } from "./pane-foot";
import { pickLabels } from "./pick-labels";
import { SavedViews, SaveView } from "./saved-views";

/**
 * The history: a page of its own, or the list in the split view.
 * @param beside what is open beside it, when the address is not the history's own; the filters stay in that address.
 */
export async function HistoryPane({
  slug,
  query,
  beside,
}: {
  slug: string;
  query: Query;
  beside?: "new" | { linkId: string };
}) {
  const member = await requireMember(slug, "links:read");
  const { merchant, view, role } = member;
  const checked = await checkHistoryFilters(view, query);
  const typed = typedFilters(historyFilters, query);
  const filters = checked.ok ? checked.value : {};
  const { page, usedCurrencies, creators, views } = await readHistory(view, {
    filters: checked.ok ? filters : null,
    merchant,
    userId: member.person.id,
  });
  const links = page?.links ?? [];
  const t = await getTranslations("history");
  const desk = await getTranslations("splitView");
  const path = merchantPaths(merchant.slug).links;
  const { after: _after, before: _before, ...narrowing } = filters;
  const { sort = "newest", ...restricting } = narrowing;
  const isNarrowed = Object.values(restricting).some(Boolean);
  const hasList = links.length > 0 || isNarrowed || !checked.ok;
  // If a filter cannot be read, what was typed stays in the addresses, so that the error is shown again and no filter
  // is dropped.
  const kept = checked.ok ? filters : typed;
  const shown = viewQuery(kept);
  const newLink = may(role, "links:create") && beside !== "new" ? `${path}/new` : null;
  return (
    // Without a box of its own, the router does not scroll the list to its top when the address changes.
    <div className={beside ? "contents" : "desk:contents"}>
      <section
        data-list=""
        aria-labelledby="history-title"
        className={beside ? "history max-desk:hidden" : "history"}
      >
        <FrameCheck member={{ merchant, role }} />
        {beside && (
          // The same as Escape, for people who do not know that or have no such key.
          <PageLink
            href={addressWith(path, kept)}
            data-key="Escape"
            className="link touch sr-only w-fit focus:not-sr-only"
          >
            {desk("close")}
          </PageLink>
        )}
        <div className="history-head">
          <PageTitle
            id="history-title"
            level={beside ? 2 : 1}
            aside={
              newLink &&
              hasList && (
                <PageLink href={newLink} className="button button-primary max-lg:sr-only">
                  <Icon name="plus" />
                  {t("newLink")}
                </PageLink>
              )
            }
          >
            {t("title")}
          </PageTitle>
          {hasList && <HistorySearch path={path} typed={typed} withKeys={await shortcutsAreOn()} />}
        </div>
        {hasList && (
          <HistoryFilterFields
            {...{ path, filters, typed, isOpen: !checked.ok }}
            currencies={await nameFilterCurrencies(usedCurrencies, { ...typed, ...filters }.currency)}
            creators={toChoices(creators)}
          />
        )}
        <SavedViews {...{ path, views }} query={shown} />
        {!checked.ok && <FilterIssues issues={checked.issues} names={await historyFilterNames()} />}
        {beside !== "new" && <FreshOnReturn />}
        {hasList && <ZoneNote timeZone={merchant.timeZone} />}
        {hasList && (
          // Its place is kept from the first key of a search on, so that the list stays where it is when the answer comes.
          <div className={narrowedClass(shown === viewQuery({ q: filters.q }), usedCurrencies.length)}>
            {shown !== "" && (
              <>
                <SaveView {...{ views }} query={shown} isReadable={checked.ok} />
                <div role="status">{page && links.length > 0 && <Found page={page} />}</div>
              </>
            )}
          </div>
        )}
        {links.length > 0 && (
          <HistoryList
            links={links}
            path={path}
            search={addressWith("", kept)}
            openId={typeof beside === "object" ? beside.linkId : null}
            timeZone={merchant.timeZone}
            level={beside ? 3 : 2}
            frameMode={merchant.mode}
            isByTime={sort === "newest" || sort === "oldest"}
            pick={(await isHandheld()) ? null : await pickLabels(role)}
          />
        )}
        {links.length === 0 && checked.ok && (
          <EmptyState
            title={isNarrowed ? t("nothingTitle") : t("emptyTitle")}
            text={isNarrowed ? await getNothingText(filters) : t("emptyText")}
          >
            {isNarrowed ? (
              <PageLink href={path} className="button button-quiet">
                {t("clear")}
              </PageLink>
            ) : (
              newLink && (
                <>
                  <PageLink href={newLink} className="button button-primary">
                    <Icon name="plus" />
                    {t("newLink")}
                  </PageLink>
                  <PageLink href={merchantPaths(slug).bulk} className="button button-quiet">
                    {(await getTranslations("bulk"))("title")}
                  </PageLink>
                </>
              )
            )}
          </EmptyState>
        )}
        {page && (
          <Pages
            page={page}
            order={sort}
            toAddress={(place) => addressWith(path, { ...narrowing, ...place })}
          />
        )}
        <PaneFoot
          {...{ member, narrowing }}
          hasBulk={newLink !== null && hasList}
          hasLinks={links.length > 0}
        />
      </section>
    </div>
  );
}

/** The classes of what is between the filters and the list: nothing but a search narrows it, and sums may take two lines. */
function narrowedClass(isBySearch: boolean, currencies: number): string {
  return `narrowed${isBySearch ? " by-search" : ""}${currencies > 2 ? " has-many" : ""}`;
}

/** The currencies in use, and the one that is filtered by. */
async function nameFilterCurrencies(used: CurrencyCode[], filtered = ""): Promise<CurrencyOption[]> {
  const all = isCurrency(filtered) ? [...new Set([...used, filtered])] : used;
  return nameCurrencies(await getLocale(), all);
}

/** Everybody who is or was in the team; nobody to choose from where a person is alone. */
function toChoices(team: Name[]): Creator[] {
  return team.length > 1 ? team.map(({ userId, name }) => ({ id: userId, name })) : [];
}
