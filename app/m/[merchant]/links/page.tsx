import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { may } from "@/lib/auth/permissions";
import { requireMember } from "@/lib/auth/require-member";
import { parseHistoryFilters } from "@/lib/payment-links/history-filters";
import { historyPage } from "@/lib/payment-links/service";
import { EmptyState } from "@/lib/ui/empty-state";
import { Icon } from "@/lib/ui/icon";
import { PageTitle } from "@/lib/ui/page-title";
import { HistoryFilterForm } from "./history-filter-form";
import { HistoryList } from "./history-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

export default async function HistoryPage({ params, searchParams }: PageProps<"/m/[merchant]/links">) {
  const { merchant, view, role } = await requireMember((await params).merchant, "links:read");
  const filters = parseHistoryFilters(await searchParams);
  const { links, nextAfter } = await historyPage(view, filters, merchant.timeZone);
  const t = await getTranslations("history");
  const path = `/m/${merchant.slug}/links`;
  const { after, ...narrowing } = filters;
  const isNarrowed = Object.values(narrowing).some(Boolean);
  return (
    <div className="grid gap-5">
      <PageTitle
        aside={
          may(role, "links:create") && (
            <Link href={`${path}/new`} className="button button-primary max-lg:sr-only">
              <Icon name="plus" />
              {t("newLink")}
            </Link>
          )
        }
      >
        {t("title")}
      </PageTitle>
      {(links.length > 0 || isNarrowed) && <HistoryFilterForm path={path} filters={filters} />}
      {links.length > 0 && <HistoryList links={links} path={path} timeZone={merchant.timeZone} />}
      {links.length === 0 && (
        <EmptyState
          title={isNarrowed ? t("nothingTitle") : t("emptyTitle")}
          text={isNarrowed ? t("nothingText") : t("emptyText")}
        >
          {isNarrowed ? (
            <Link href={path} className="button button-quiet">
              {t("clear")}
            </Link>
          ) : (
            may(role, "links:create") && (
              <Link href={`${path}/new`} className="button button-primary">
                <Icon name="plus" />
                {t("newLink")}
              </Link>
            )
          )}
        </EmptyState>
      )}
      <nav className="flex flex-wrap justify-between gap-x-6">
        {after ? (
          <Link href={addressOf(path, narrowing)} className="link touch">
            {t("newest")}
          </Link>
        ) : (
          <span />
        )}
        {nextAfter && (
          <Link href={addressOf(path, { ...narrowing, after: nextAfter })} className="link touch">
            {t("older")}
          </Link>
        )}
      </nav>
      {links.length > 0 && may(role, "links:export") && (
        <a href={addressOf(`${path}/export.csv`, narrowing)} download className="link touch gap-2 text-small">
          <Icon name="download" className="size-4" />
          {t("export")}
        </a>
      )}
    </div>
  );
}

function addressOf(path: string, filters: Record<string, string | undefined>): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
