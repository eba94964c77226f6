"use client";

import { currencies } from "@/lib/money/currencies";
import { Field } from "@/lib/ui/form/field";

export function CurrencySelect({
  idSuffix = "",
  label,
  selected,
  error,
  className,
  onChoose,
}: {
  idSuffix?: string;
  label: string;
  selected: string | undefined;
  error: string | undefined;
  className: string;
  onChoose?: (currency: string) => void;
}) {
  return (
    <Field name="currency" idSuffix={idSuffix} label={label} error={error}>
      {(control) => (
        // React resets a submitted form to its defaults, but a select keeps its first default: a new key creates a new
        // select.
        <select
          {...control}
          key={selected}
          autoComplete="off"
          data-corrects="amount"
          defaultValue={selected}
          onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}
          className={className}
          // Browsers that translate the page would take the codes for words.
          translate="no"
        >
          {currencies.map((currency) => (
            <option key={currency} value={currency}>
              {currency}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
