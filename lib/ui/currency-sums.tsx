import { useLocale } from "@/lib/i18n/translations";
import type { CurrencyCode } from "@/lib/money/currencies";
import { formatMoneyWithCode } from "@/lib/money/format-money";

/** Sums by currency, in one line. */
export function CurrencySums({ sums }: { sums: readonly { currency: CurrencyCode; amountMinor: number }[] }) {
  const locale = useLocale();
  return sums.map(({ currency, amountMinor }, at) => (
    <span key={currency} translate="no" className="whitespace-nowrap tabular-nums">
      {at > 0 && " · "}
      {formatMoneyWithCode(amountMinor, currency, locale)}
    </span>
  ));
}
