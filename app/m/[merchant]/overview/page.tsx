import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { readFilters } from "@/lib/core/filters";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { type Counts, getOverview } from "@/lib/domain/payment-links/overview/get-overview";
import {
  type OverviewPeriod,
  overviewFilters,
  overviewPeriods,
  toPeriod,
} from "@/lib/domain/payment-links/overview/schema";
import { getTranslations } from "@/lib/i18n/translations";
import { EmptyState } from "@/lib/ui/empty-state";
import { FilterIssues } from "@/lib/ui/filter-issues";
import { ZoneNote } from "@/lib/ui/moments/zone-note";
import { Money } from "@/lib/ui/money";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { type Member, requireMember } from "@/lib/web/require-member";
import { DaysChart } from "./days-chart";
import { Shares } from "./shares";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

export default async function OverviewPage({ params, searchParams }: PageProps<"/m/[merchant]/overview">) {
  const { merchant, view, role } = await requireMember((await params).merchant, "links:read");
  const read = readFilters(overviewFilters, await searchParams);
  const period = read.ok ? toPeriod(read.value) : null;
  const { timeZone } = merchant;
  const t = await getTranslations("overview");
  const path = merchantPaths(merchant.slug).overview;
  return (
    <div className="grid gap-8 max-w-[45rem]">
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="text-muted">{t("intro")}</p>
        <ZoneNote timeZone={timeZone} />
      </div>
      <nav aria-label={t("period")} className="-mx-3 flex flex-wrap">
        {overviewPeriods.map((count) => (
          <PageLink
            key={count}
            href={`${path}?days=${count}`}
            aria-current={count === period ? "page" : undefined}
            className="link touch rounded-box px-3 aria-[current]:bg-sunken aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {t("days", { count })}
          </PageLink>
        ))}
      </nav>
      {read.ok ? (
        <Numbers {...{ merchant, view, period: toPeriod(read.value) }} />
      ) : (
        <FilterIssues issues={read.issues} names={{ days: t("period") }} />
      )}
    </div>
  );
}

async function Numbers({
  merchant: { mode, timeZone },
  view,
  period,
}: Pick<Member, "merchant" | "view"> & { period: OverviewPeriod }) {
  const overview = await getOverview(view, { mode, period, timeZone });
  const { links, markedPaid, days, currencies, people, withoutAmount } = overview;
  const t = await getTranslations("overview");
  const link = await getTranslations("link");
  const close = await getTranslations("close");
  const toNote = (count: number) => (count > 0 ? t("markedPaid", { count }) : null);
  const toShare = ({ links: count, markedPaid: paid }: Counts) => ({
    links: count,
    value: t("links", { count }),
    note: toNote(paid),
  });
  const inCurrencies = currencies.map(({ currency, amountMinor, ...counts }) => ({
    key: String(currency),
    name: <Money {...{ amountMinor, currency }} />,
    ...toShare(counts),
  }));
  const unknown = { key: "unknown", name: link("noAmount"), ...toShare(withoutAmount) };
  if (links === 0) return <EmptyState title={t("nothingTitle")} text={t("nothingText")} />;
  return (
    <>
      <section aria-labelledby="by-day" className="grid gap-3">
        <h2 id="by-day" className="text-title font-bold">
          {t("byDay")}
        </h2>
        <p>
          {t(`modes.${mode}`)}: {t("links", { count: links })}
          {markedPaid > 0 && ` · ${toNote(markedPaid)}`}
        </p>
        {markedPaid > 0 && <p className="text-small text-muted">{close("ownWord")}</p>}
        <DaysChart {...{ days, links, markedPaid }} />
      </section>
      <section aria-labelledby="by-currency" className="grid gap-3">
        <h2 id="by-currency" className="text-title font-bold">
          {t("byCurrency")}
        </h2>
        <Shares items={[...inCurrencies, ...(withoutAmount.links > 0 ? [unknown] : [])]} />
      </section>
      <section aria-labelledby="by-person" className="grid gap-3">
        <h2 id="by-person" className="text-title font-bold">
          {t("byPerson")}
        </h2>
        <Shares
          items={people.map(({ name, ...counts }, index) => ({
            key: `${index}`,
            name: name === null ? t("elsewhere") : <bdi>{name}</bdi>,
            ...toShare(counts),
          }))}
        />
      </section>
    </>
  );
}
