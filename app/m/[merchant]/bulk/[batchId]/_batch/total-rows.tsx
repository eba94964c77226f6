import type { DraftSummary } from "@/lib/domain/payment-links/bulk/get-batch";
import type { BatchRow } from "@/lib/domain/payment-links/bulk/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { ActionButton } from "@/lib/ui/form/action-button";
import { saveTotal } from "../actions";
import { RowList } from "./row-list";

/** Rows that look like the total of others: those that are left out, and those of which a person wants a link. */
export function TotalRows({
  summary: { batch, counts },
  rows,
  toLink,
}: {
  summary: DraftSummary;
  /** Those that are left out, as many as are shown. */
  rows: readonly BatchRow[];
  toLink: (id: string) => string;
}) {
  const t = useTranslations("bulk");
  const toButton = (place: number, take: boolean) => (
    <ActionButton
      key={`${place} ${batch.version}`}
      action={saveTotal}
      name={`total${place}`}
      fields={{
        ...{ batchId: batch.id, version: String(batch.version) },
        ...{ place: String(place), take: take ? "on" : "" },
      }}
      pending={t("checking")}
      className="button-quiet"
    >
      {t(take ? "takeTotal" : "leaveOut")}
    </ActionButton>
  );
  const { takenTotals } = batch.layout;
  if (rows.length === 0 && takenTotals.length === 0) return null;
  return (
    <section className="grid gap-3">
      {rows.length > 0 && (
        <>
          <h2>{t("totals", { count: counts.totals })}</h2>
          <RowList
            rows={rows}
            hidden={counts.totals - rows.length}
            toLink={toLink}
            correct={({ place }) => toButton(place, true)}
          />
        </>
      )}
      {takenTotals.map((place) => (
        <div key={place} className="grid gap-2">
          <p className="text-caution">{t("totalTaken", { place })}</p>
          {toButton(place, false)}
        </div>
      ))}
    </section>
  );
}
