import type { HistoryPage } from "@/lib/domain/payment-links/history/list-history";
import { useFormatter, useTranslations } from "@/lib/i18n/translations";
import { CurrencySums } from "@/lib/ui/currency-sums";

/** What the filters leave: how many links, what they amount to, and whether they are only close to the search. */
export function Found({ page: { totals, isClose } }: { page: HistoryPage }) {
  const t = useTranslations("history");
  const format = useFormatter();
  if (!totals) return null;
  return (
    <>
      {isClose && <p>{t("close")}</p>}
      {"moreThan" in totals ? (
        <p>{t("moreThan", { count: format.number(totals.moreThan) })}</p>
      ) : (
        <p>
          {t("count", { count: totals.count })}
          {totals.sums.length > 0 && ": "}
          <CurrencySums sums={totals.sums} />
        </p>
      )}
    </>
  );
}
