import type { Metadata } from "next";
import { FrameCheck } from "@/app/m/[merchant]/_frame/frame-check";
import { typedFilters } from "@/lib/core/filters";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { checkAuditFilters } from "@/lib/domain/audit/check-filters";
import { auditFilters } from "@/lib/domain/audit/parse-filters";
import { auditPage, listPeople } from "@/lib/domain/audit/read-log";
import { getTranslations } from "@/lib/i18n/translations";
import { EmptyState } from "@/lib/ui/empty-state";
import { ExportLinks } from "@/lib/ui/export-links";
import { FollowExports } from "@/lib/ui/exporting/follow-exports";
import { FilterIssues } from "@/lib/ui/filter-issues";
import { ZoneNote } from "@/lib/ui/moments/zone-note";
import { PageLink } from "@/lib/ui/page-link";
import { PageTitle } from "@/lib/ui/page-title";
import { requireMember } from "@/lib/web/require-member";
import { AuditFilterForm } from "./audit-filter-form";
import { auditFilterNames } from "./audit-filter-names";
import { AuditList } from "./audit-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ params, searchParams }: PageProps<"/m/[merchant]/settings/audit">) {
  const { merchant, merchantId, role } = await requireMember((await params).merchant, "audit:read");
  const query = await searchParams;
  const checked = await checkAuditFilters(merchantId, query);
  const people = await listPeople(merchantId);
  const filters = checked.ok ? checked.value : {};
  const { events, nextAfter } = checked.ok
    ? await auditPage(merchantId, filters, merchant.timeZone)
    : { events: [], nextAfter: null };
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
      <AuditFilterForm
        path={path}
        typed={{ ...typedFilters(auditFilters, query), ...filters }}
        people={people}
      />
      {!checked.ok && <FilterIssues issues={checked.issues} names={await auditFilterNames()} />}
      {events.length > 0 ? (
        <>
          <ZoneNote timeZone={merchant.timeZone} />
          <AuditList events={events} linksPath={paths.links} timeZone={merchant.timeZone} />
        </>
      ) : (
        checked.ok && (
          <EmptyState title={t("nothingTitle")} text={t("nothingText")}>
            <PageLink href={path} className="button button-quiet">
              {t("clear")}
            </PageLink>
          </EmptyState>
        )
      )}
      <nav className="flex flex-wrap justify-between gap-x-6">
        {after ? (
          <PageLink href={getAddress(path, narrowing)} className="link touch">
            {t("newest")}
          </PageLink>
        ) : (
          <span />
        )}
        {nextAfter && (
          <PageLink href={getAddress(path, { ...narrowing, after: nextAfter })} className="link touch">
            {t("older")}
          </PageLink>
        )}
      </nav>
      {events.length > 0 && (
        <FollowExports runs={paths.auditExportRun("")}>
          <ExportLinks
            csv={getAddress(`${path}/export.csv`, narrowing)}
            excel={getAddress(`${path}/export.csv`, { ...narrowing, for: "excel" })}
            xlsx={getAddress(`${path}/export.csv`, { ...narrowing, for: "xlsx" })}
            labels={{ csv: t("export"), excel: t("exportForExcel"), xlsx: t("exportXlsx") }}
          />
        </FollowExports>
      )}
    </div>
  );
}

function getAddress(path: string, filters: Record<string, string | undefined>): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
