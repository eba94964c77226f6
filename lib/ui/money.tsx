import { useLocale } from "next-intl";
import type { CurrencyCode } from "@/lib/currencies";
import { formatMoney, moneyParts } from "@/lib/format-money";

/**
 * An amount as the hero of a page: currency and decimals quieter than the whole part. It is broken
 * only when a reader's own spacing leaves it no other room.
 */
export function HeroMoney({
  amountMinor,
  currency,
  locale,
}: {
  amountMinor: number;
  currency: CurrencyCode;
  /** The reader's, when that is somebody else than whose screen it is. */
  locale?: string;
}) {
  const own = useLocale();
  const { symbol, symbolFirst, whole, decimalMark, decimals } = moneyParts(
    amountMinor,
    currency,
    locale ?? own,
  );
  const quiet = "text-[0.55em] text-muted font-normal";
  return (
    <span
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

/** An amount in running text or a list. */
export function Money({ amountMinor, currency }: { amountMinor: number; currency: CurrencyCode }) {
  return (
    <span className="whitespace-nowrap tabular-nums">{formatMoney(amountMinor, currency, useLocale())}</span>
  );
}

/** Long amounts get smaller before they overflow a phone, and so does any on a narrow one. */
function heroSize(length: number): string {
  if (length <= 10) return "text-[min(3rem,12vw)]";
  if (length <= 15) return "text-[min(2.25rem,8.5vw)]";
  return "text-[min(1.375rem,6vw)]";
}
