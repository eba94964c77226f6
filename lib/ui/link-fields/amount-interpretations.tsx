"use client";

import { isCurrency } from "@/lib/money/currencies";
import { formatMoney } from "@/lib/money/format-money";

/** Asks which amount is meant when what was typed can be read in more than one way. */
export function AmountInterpretations({
  legend,
  interpretations,
  chosen,
  currency,
  locale,
}: {
  legend: string;
  interpretations: number[];
  /** What the person said before, when the form comes back for another reason. */
  chosen?: string | undefined;
  currency: string;
  locale: string;
}) {
  if (interpretations.length === 0 || !isCurrency(currency)) return null;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-small font-bold">{legend}</legend>
      {interpretations.map((minor) => (
        <label
          key={minor}
          className="flex min-h-12 items-center gap-3 rounded-box border border-edge bg-surface px-4 has-checked:border-2 has-checked:border-ink"
        >
          <input
            type="radio"
            name="interpretation"
            value={minor}
            defaultChecked={String(minor) === chosen}
            className="size-5 accent-ink"
          />
          <span className="font-bold tabular-nums">{formatMoney(minor, currency, locale)}</span>
        </label>
      ))}
    </fieldset>
  );
}
