import { useLocale } from "@/lib/i18n/translations";
import type { CurrencyCode } from "@/lib/money/currencies";
import { formatMoney } from "@/lib/money/format-money";
import { HeroAmount } from "@/lib/ui/hero-amount";

/**
 * An amount as the main element of a page, with the currency and decimals less prominent. It is broken into two lines
 * only when the reader's own text spacing leaves no other room.
 */
export function HeroMoney({
  amountMinor,
  currency,
  locale,
}: {
  amountMinor: number;
  currency: CurrencyCode;
  /** The locale of the reader, if that is not the person who is signed in. */
  locale?: string;
}) {
  const own = useLocale();
  return <HeroAmount amountMinor={amountMinor} currency={currency} locale={locale ?? own} />;
}

/** An amount in a text or a list. */
export function Money({ amountMinor, currency }: { amountMinor: number | bigint; currency: CurrencyCode }) {
  return (
    <span translate="no" className="whitespace-nowrap tabular-nums">
      {formatMoney(amountMinor, currency, useLocale())}
    </span>
  );
}
