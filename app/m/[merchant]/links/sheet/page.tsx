import type { Metadata } from "next";
import { historyFilterNames } from "@/app/m/[merchant]/links/_history/filter-names";
import { Busy, orBusy } from "@/app/m/[merchant]/links/_print/busy";
import { ChoiceLinks } from "@/app/m/[merchant]/links/_print/choice-links";
import { chooseSheets } from "@/app/m/[merchant]/links/_print/choose-sheets";
import { LanguageChoice } from "@/app/m/[merchant]/links/_print/language-choice";
import { PrintActions } from "@/app/m/[merchant]/links/_print/print-actions";
import { withQuery } from "@/app/m/[merchant]/links/_print/print-choices";
import { PrintedPageView } from "@/app/m/[merchant]/links/_print/printed-page";
import { typedFilters } from "@/lib/core/filters";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { checkHistoryFilters } from "@/lib/domain/payment-links/history/check-filters";
import { mostOnSheets } from "@/lib/domain/payment-links/history/list-printable";
import { historyFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { getTranslations } from "@/lib/i18n/translations";
import { draw } from "@/lib/rendering/drawing/draw";
import { sheetPapers } from "@/lib/rendering/print/paper";
import { sheetRanges } from "@/lib/rendering/print/print-query";
import { codesOnSheet } from "@/lib/rendering/print/sheet";
import { EmptyState } from "@/lib/ui/empty-state";
import { FilterIssues } from "@/lib/ui/filter-issues";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";

type Props = PageProps<"/m/[merchant]/links/sheet">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("print"))("sheetTitle") };
}

/** Many codes on sheets: those of the filtered history. */
export default async function SheetPage({ params, searchParams }: Props) {
  const member = await requireMember((await params).merchant, "links:print");
  const query = await searchParams;
  const checked = await checkHistoryFilters(member.view, query);
  const t = await getTranslations("print");
  const path = merchantPaths(member.merchant.slug).links;
  if (!checked.ok) {
    return (
      <div className="grid gap-5">
        <PageTitle>{t("sheetTitle")}</PageTitle>
        <FilterIssues issues={checked.issues} names={await historyFilterNames()} />
        <PageLink href={withQuery(path, typedFilters(historyFilters, query))} className="link touch w-fit">
          {t("backToHistory")}
        </PageLink>
      </div>
    );
  }
  const filters = checked.value;
  const chosenSheets = await chooseSheets(member, query, filters);
  const { paper, language, range, found, picked, nextAfter, count } = chosenSheets;
  const kept = { ...filters, paper, lang: language };
  const chosen = { ...kept, range, link: picked };
  const to = (changed: Partial<typeof chosen>) => withQuery(`${path}/sheet`, { ...chosen, ...changed });
  const newest = Math.min(codesOnSheet, found.length);
  const { after: _after, before: _before, ...narrowing } = filters;
  const history = withQuery(path, narrowing);
  if (count === 0) {
    return (
      <div className="grid gap-5">
        <PageTitle>{t("sheetTitle")}</PageTitle>
        <EmptyState title={t("noCodesTitle")} text={t("noCodesText")}>
          <PageLink href={history} className="button button-quiet">
            {t("backToHistory")}
          </PageLink>
        </EmptyState>
      </div>
    );
  }
  const sheets = await orBusy(draw("sheets", chosenSheets.sheets, { personId: member.person.id }));
  if (!sheets) return <Busy title={t("sheetTitle")} href={to({})} />;
  return (
    <div className="@container grid gap-5">
      <PageTitle>{t("sheetTitle")}</PageTitle>
      <div className="grid gap-6 @3xl:grid-cols-[20rem_1fr] @3xl:items-start @3xl:gap-10">
        <div className="grid gap-5">
          <p>{t("onSheets", { count, sheets: sheets.pages.length })}</p>
          <p className="text-small text-muted">{t("leftOut")}</p>
          {found.length > codesOnSheet && (
            <ChoiceLinks
              label={t("range")}
              choices={sheetRanges.map((one) => ({
                href: to({ range: one, link: [] }),
                name: t(`ranges.${one}`, { count: String(one === "all" ? found.length : newest) }),
                isChosen: picked.length === 0 && one === range,
              }))}
            />
          )}
          <PageLink href={withQuery(`${path}/sheet/pick`, chosen)} className="button button-quiet w-fit">
            {t("pick")}
          </PageLink>
          <ChoiceLinks
            label={t("paper")}
            choices={sheetPapers.map((one) => ({
              href: to({ paper: one }),
              name: t(`papers.${one}`),
              isChosen: one === paper,
            }))}
          />
          {paper === "a4" && <p className="text-small text-muted">{t("labels")}</p>}
          <LanguageChoice
            languages={member.merchant.customerLanguages}
            chosen={language}
            toHref={(lang) => to({ lang })}
          />
          <PrintActions pdf={sheets.isWhole ? withQuery(`${path}/sheet.pdf`, chosen) : null} />
          {nextAfter && (
            <p className="text-small">
              {t("onlySome", { most: String(mostOnSheets) })}{" "}
              <PageLink href={to({ after: nextAfter })} className="link touch">
                {t("nextSheets")}
              </PageLink>
            </p>
          )}
          <PageLink href={history} className="link touch w-fit text-small">
            {t("backToHistory")}
          </PageLink>
        </div>
        <div className="grid gap-4 @3xl:max-w-xl">
          {sheets.pages.map((page, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sheets have no other name.
            <div key={index} className="overflow-hidden rounded-box border border-line">
              <PrintedPageView page={page} paper={paper} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
