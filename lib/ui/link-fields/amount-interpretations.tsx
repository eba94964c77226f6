"use client";

import { formatMoney, formatMoneyWithCode } from "@/lib/money/format-money";
import { type Interpretation, interpretationKey } from "@/lib/money/money";

/**
 * Asks which amount is meant when what was typed can mean several, or names another currency than the chosen one. Each
 * choice says its amount in full. A choice that was made stays made while something else is put right.
 */
export function AmountInterpretations({
  legend,
  interpretations,
  currency,
  chosen,
  locale,
}: {
  legend: string;
  interpretations: Interpretation[];
  /** The one that the form was sent with. */
  currency: string | undefined;
  /** The key of the choice that the form was sent with. */
  chosen: string | undefined;
  locale: string;
}) {
  if (interpretations.length === 0 || currency === undefined) return null;
  const isOneCurrency = interpretations.every((one) => one.currency === currency);
  const format = isOneCurrency ? formatMoney : formatMoneyWithCode;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-small font-bold">{legend}</legend>
      {interpretations.map((one) => {
        const key = interpretationKey(one, currency);
        return (
          <label
            // A form that was sent is reset to its defaults: a new key makes a new choice of a new answer.
            key={`${key} ${key === chosen}`}
            className="flex min-h-12 items-center gap-3 rounded-box border border-edge bg-surface px-4 has-checked:border-2 has-checked:border-ink"
          >
            <input
              type="radio"
              name="interpretation"
              value={key}
              defaultChecked={key === chosen}
              className="size-5 accent-ink"
            />
            <span translate="no" className="font-bold tabular-nums">
              {format(one.amountMinor, one.currency, locale)}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
