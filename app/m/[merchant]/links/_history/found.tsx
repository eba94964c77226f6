import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { HistoryPage } from "@/lib/domain/payment-links/history/list-history";
import { formatMoneyWithCode } from "@/lib/money/format-money";

/** What the filters leave: how many links, what they amount to, and whether they are only close to the search. */
export function Found({ page: { totals, isClose } }: { page: HistoryPage }) {
  const t = useTranslations("history");
  const format = useFormatter();
  const locale = useLocale();
  if (!totals) return null;
  return (
    <div role="status" className="grid gap-1 text-small text-muted">
      {isClose && <p>{t("close")}</p>}
      {"moreThan" in totals ? (
        <p>{t("moreThan", { count: format.number(totals.moreThan) })}</p>
      ) : (
        <p>
          {t("count", { count: totals.count })}
          {totals.sums.length > 0 && ": "}
          {totals.sums.map(({ currency, amountMinor }, at) => (
            <span key={currency} translate="no" className="whitespace-nowrap tabular-nums">
              {at > 0 && " · "}
              {formatMoneyWithCode(amountMinor, currency, locale)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
