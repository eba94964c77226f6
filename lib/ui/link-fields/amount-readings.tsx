"use client";

import { isCurrency } from "@/lib/currencies";
import { formatMoney } from "@/lib/format-money";

/** Asks which amount is meant when what was typed can be read in more than one way. */
export function AmountReadings({
  legend,
  readings,
  currency,
  locale,
}: {
  legend: string;
  readings: number[];
  currency: string;
  locale: string;
}) {
  if (readings.length === 0 || !isCurrency(currency)) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-small font-bold">{legend}</legend>
      {readings.map((minor) => (
        <label
          key={minor}
          className="flex min-h-12 items-center gap-3 rounded-box border border-edge bg-surface px-4 has-checked:border-2 has-checked:border-ink"
        >
          <input type="radio" name="reading" value={minor} className="size-5 accent-ink" />
          <span className="font-bold tabular-nums">{formatMoney(minor, currency, locale)}</span>
        </label>
      ))}
    </fieldset>
  );
}
