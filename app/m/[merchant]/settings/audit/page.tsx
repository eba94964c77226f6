import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { merchantPaths } from "@/lib/core/paths";
import { parseAuditFilters } from "@/lib/domain/audit/parse-filters";
import { auditPage } from "@/lib/domain/audit/read-log";
import { EmptyState } from "@/lib/ui/empty-state";
import { Icon } from "@/lib/ui/icon";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { AuditFilterForm } from "./audit-filter-form";
import { AuditList } from "./audit-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ params, searchParams }: PageProps<"/m/[merchant]/settings/audit">) {
  const { merchant, merchantId, role } = await requireMember((await params).merchant, "audit:read");
  const filters = parseAuditFilters(await searchParams);
  const { events, people, nextAfter } = await auditPage(merchantId, filters, merchant.timeZone);
  const t = await getTranslations("audit");
  const paths = merchantPaths(merchant.slug);
  const path = paths.audit;
  const { after, ...narrowing } = filters;
  return (
    <div className="grid gap-5">
      <div className="grid gap-1">
        <PageTitle>{t("title")}</PageTitle>
        <FrameCheck member={{ merchant, role }} />
        <p className="text-muted">{t("intro")}</p>
      </div>
      <AuditFilterForm path={path} filters={filters} people={people} />
      {events.length > 0 ? (
        <AuditList events={events} linksPath={paths.links} timeZone={merchant.timeZone} />
      ) : (
        <EmptyState title={t("nothingTitle")} text={t("nothingText")}>
          <Link href={path} className="button button-quiet">
            {t("clear")}
          </Link>
        </EmptyState>
      )}
      <nav className="flex flex-wrap justify-between gap-x-6">
        {after ? (
          <Link href={getAddress(path, narrowing)} className="link touch">
            {t("newest")}
          </Link>
        ) : (
          <span />
        )}
        {nextAfter && (
          <Link href={getAddress(path, { ...narrowing, after: nextAfter })} className="link touch">
            {t("older")}
          </Link>
        )}
      </nav>
      {events.length > 0 && (
        <a
          href={getAddress(`${path}/export.csv`, narrowing)}
          download
          className="link touch gap-2 text-small"
        >
          <Icon name="download" className="size-4" />
          {t("export")}
        </a>
      )}
    </div>
  );
}

function getAddress(path: string, filters: Record<string, string | undefined>): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
