import { PrintCodes } from "@/app/m/[merchant]/links/_print/print-codes";
import { merchantPaths } from "@/lib/core/paths";
import { may } from "@/lib/domain/members/permissions";
import type { HistoryFilters } from "@/lib/domain/payment-links/history/parse-filters";
import { useTranslations } from "@/lib/i18n/translations";
import { ExportLinks } from "@/lib/ui/export-links";
import { FollowExports } from "@/lib/ui/exporting/follow-exports";
import { Icon } from "@/lib/ui/icon";
import { PageLink } from "@/lib/ui/page-link";
import type { Member } from "@/lib/web/require-member";
import { addressWith } from "./history-address";

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
  const link = "link touch w-fit gap-2 text-small";
  return (
    <>
      {hasBulk && (
        <PageLink href={paths.bulk} className={link}>
          <Icon name="list" className="size-4" />
          {bulk("title")}
        </PageLink>
      )}
      {hasLinks && (
        <>
          <PageLink href={paths.close} className={link}>
            <Icon name="clock" className="size-4" />
            {close("open")}
          </PageLink>
          <PageLink href={paths.overview} className={link}>
            {overview("open")}
          </PageLink>
          {may(role, "links:mark-paid") && (
            <PageLink href={paths.markPaid} className={link}>
              <Icon name="check" className="size-4" />
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
