import type { CurrencyCode } from "@/lib/money/currencies";
import { moneyParts } from "@/lib/money/format-money";
import { scaledToFit } from "@/lib/ui/scaled-to-fit";

/**
 * An amount as the main element of a page, with the currency and decimals less prominent. It is broken into two lines
 * only when the reader's own text spacing leaves no other room.
 */
export function HeroAmount({
  amountMinor,
  currency,
  locale,
}: {
  amountMinor: number;
  currency: CurrencyCode;
  locale: string;
}) {
  const { symbol, symbolFirst, whole, decimalMark, decimals } = moneyParts(amountMinor, currency, locale);
  const quiet = "text-[0.55em] text-muted font-normal";
  const ems = whole.length * 0.62 + (symbol.length + 4) * 0.36;
  return (
    <span translate="no" className="@container block">
      <span
        style={{ fontSize: scaledToFit(ems) }}
        className="block wrap-anywhere font-bold tabular-nums leading-none tracking-tight"
      >
        {symbolFirst && <span className={quiet}>{`${symbol}\u00a0`}</span>}
        {whole}
        <span className={quiet}>
          {decimalMark}
          {decimals}
          {!symbolFirst && `\u00a0${symbol}`}
        </span>
      </span>
    </span>
  );
}
