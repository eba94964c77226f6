import { useLocale } from "next-intl";
import type { CurrencyCode } from "@/lib/money/currencies";
import { formatMoney } from "@/lib/money/format-money";
import { HeroAmount } from "@/lib/ui/hero-amount";

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
  return <HeroAmount amountMinor={amountMinor} currency={currency} locale={locale ?? own} />;
}

/** An amount in running text or a list. */
export function Money({ amountMinor, currency }: { amountMinor: number; currency: CurrencyCode }) {
  return (
    <span translate="no" className="whitespace-nowrap tabular-nums">
      {formatMoney(amountMinor, currency, useLocale())}
    </span>
  );
}
