import type { CurrencyCode } from "@/lib/money/currencies";
import { moneyParts } from "@/lib/money/format-money";

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
  return (
    <span
      translate="no"
      className={`block wrap-anywhere font-bold tabular-nums leading-none tracking-tight ${heroSize(whole.length + symbol.length)}`}
    >
      {symbolFirst && <span className={quiet}>{`${symbol}\u00a0`}</span>}
      {whole}
      <span className={quiet}>
        {decimalMark}
        {decimals}
        {!symbolFirst && `\u00a0${symbol}`}
      </span>
    </span>
  );
}

/** Long amounts are smaller so that they fit on a phone, and all are smaller on a narrow one. */
function heroSize(length: number): string {
  if (length <= 10) return "text-[min(3rem,12vw)]";
  if (length <= 15) return "text-[min(2.25rem,8.5vw)]";
  return "text-[min(1.375rem,6vw)]";
}

/** The largest font size at which a text of `ems` em fits its container. */
export function scaledToFit(ems: number): string {
  return `min(3rem, ${(100 / Math.max(ems, 1)).toFixed(2)}cqi)`;
}
