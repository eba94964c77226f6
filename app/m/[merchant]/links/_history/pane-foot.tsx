import { PrintCodes } from "@/app/m/[merchant]/links/_print/print-codes";
import { addressWith } from "@/lib/core/address-with";
import { merchantPaths } from "@/lib/core/merchant-paths";
import { may } from "@/lib/domain/members/permissions";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { useTranslations } from "@/lib/i18n/translations";
import { ExportLinks } from "@/lib/ui/export-links";
import { FollowExports } from "@/lib/ui/exporting/follow-exports";
import { PageLink } from "@/lib/ui/page-link";
import type { Member } from "@/lib/web/require-member";

/** What else can be done with the links of the history. */
export function PaneFoot({
  member: { merchant, role },
  narrowing,
  hasBulk,
  hasLinks,
}: {
  member: Pick<Member, "merchant" | "role">;
  narrowing: Partial<HistoryFilters>;
  hasBulk: boolean;
  hasLinks: boolean;
}) {
  const t = useTranslations("history");
  const bulk = useTranslations("bulk");
  const close = useTranslations("close");
  const overview = useTranslations("overview");
  const paid = useTranslations("paid");
  const paths = merchantPaths(merchant.slug);
  return (
    <>
      {hasBulk && (
        <PageLink href={paths.bulk} className="tool i-list">
          {bulk("title")}
        </PageLink>
      )}
      {hasLinks && (
        <>
          <PageLink href={paths.close} className="tool i-clock">
            {close("open")}
          </PageLink>
          <PageLink href={paths.overview} className="tool i-chart">
            {overview("open")}
          </PageLink>
          {may(role, "links:mark-paid") && (
            <PageLink href={paths.markPaid} className="tool i-check">
              {paid("pasteOpen")}
            </PageLink>
          )}
          <PrintCodes href={addressWith(`${paths.links}/sheet`, narrowing)} />
          {may(role, "links:export") && (
            <FollowExports runs={paths.exportRun("")}>
              <ExportLinks
                csv={addressWith(`${paths.links}/export.csv`, narrowing)}
                excel={addressWith(`${paths.links}/export.csv`, { ...narrowing, for: "excel" })}
                xlsx={addressWith(`${paths.links}/export.csv`, { ...narrowing, for: "xlsx" })}
                labels={{ csv: t("export"), excel: t("exportForExcel"), xlsx: t("exportXlsx") }}
              />
            </FollowExports>
          )}
        </>
      )}
    </>
  );
}
