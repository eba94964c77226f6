import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { PrintButton } from "@/app/m/[merchant]/links/_print/print-button";
import { addressWith } from "@/lib/core/address-with";
import { typedFilters } from "@/lib/core/filters";
import { addDays, dayAt } from "@/lib/core/local-moment";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { may } from "@/lib/domain/members/permissions";
import { checkClose } from "@/lib/domain/payment-links/close/check-close";
import { getClose } from "@/lib/domain/payment-links/close/get-close";
import { closeFilters } from "@/lib/domain/payment-links/close/schema";
import { getFormatter, getTranslations } from "@/lib/i18n/translations";
import { EmptyState } from "@/lib/ui/empty-state";
import { ExportLinks } from "@/lib/ui/export-links";
import { FollowExports } from "@/lib/ui/exporting/follow-exports";
import { FilterIssues } from "@/lib/ui/filter-issues";
import { ZoneNote } from "@/lib/ui/moments/zone-note";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { CloseForm } from "./close-form";
import { closeNames } from "./close-names";
import { CloseSlip } from "./close-slip";
import { describePeriod } from "./describe-period";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("close"))("title") };
}

/** What became of the links of a day, a shift or a person, to read, to print, and to go through. */
export default async function ClosePage({ params, searchParams }: PageProps<"/m/[merchant]/close">) {
  const { merchant, view, role, person } = await requireMember((await params).merchant, "links:read");
  const query = await searchParams;
  const now = new Date();
  const { timeZone, mode } = merchant;
  const { people, checked } = await checkClose(view, { query, timeZone, now });
  const t = await getTranslations("close");
  const paths = merchantPaths(merchant.slug);
  const today = dayAt(now, timeZone);
  const frame = (
    <>
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="text-muted max-sm:sr-only">{t("intro")}</p>
      </div>
      <ZoneNote timeZone={timeZone} />
      <CloseForm
        path={paths.close}
        typed={typedFilters(closeFilters, query)}
        people={people}
        latest={today}
      />
    </>
  );
  if (!checked.ok) {
    return (
      <div className="grid max-w-2xl gap-5">
        {frame}
        <FilterIssues issues={checked.issues} names={await closeNames()} />
      </div>
    );
  }
  const { filters, period } = checked.value;
  const close = await getClose(view, { ...period, mode, person: filters.person });
  const { open } = close;
  const closedPerson =
    view.onlyBy === null ? people.find(({ userId }) => userId === filters.person)?.name : person.name;
  const described = await describePeriod(period, filters, timeZone);
  const asOf = t("asOf", {
    when: (await getFormatter()).dateTime(now, { dateStyle: "medium", timeStyle: "short", timeZone }),
  });
  const heading = [
    merchant.name,
    t("title"),
    t(`modes.${mode}`),
    described,
    ...(closedPerson === undefined ? [] : [closedPerson]),
  ];
  const toDay = (day: string) => addressWith(paths.close, { ...filters, day });
  const isEmpty = close.currencies.length === 0 && close.markedLater.length === 0;
  return (
    <div className="grid max-w-2xl gap-5">
      {frame}
      <div className="grid">
        <h2 className="font-bold">{described}</h2>
        <nav aria-label={t("otherDays")} className="flex flex-wrap items-center gap-x-6">
          <span className="text-small text-muted">{t(`modes.${mode}`)}</span>
          <PageLink href={toDay(addDays(period.day, -1))} className="link touch text-small">
            {t("dayBefore")}
          </PageLink>
          {period.day < today && (
            <PageLink href={toDay(addDays(period.day, 1))} className="link touch text-small">
              {t("dayAfter")}
            </PageLink>
          )}
        </nav>
      </div>
      {open > 0 && (
        <PageLink href={addressWith(paths.closeOpen, filters)} className="button button-primary">
          {t("goThrough", { count: open })}
        </PageLink>
      )}
      {isEmpty ? (
        <EmptyState title={t("nothingTitle")} text={t("nothingText")} />
      ) : (
        <>
          <CloseSlip close={close} heading={heading} note={`${asOf} · ${t("ownWord")}`} />
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <PrintButton label={t("print")} />
            {may(role, "links:export") && (
              <FollowExports runs={paths.closeExportRun("")}>
                <ExportLinks
                  csv={addressWith(paths.closeFile, filters)}
                  excel={addressWith(paths.closeFile, { ...filters, for: "excel" })}
                  xlsx={addressWith(paths.closeFile, { ...filters, for: "xlsx" })}
                  labels={{ csv: t("export"), excel: t("exportForExcel"), xlsx: t("exportXlsx") }}
                />
              </FollowExports>
            )}
          </div>
        </>
      )}
    </div>
  );
}
