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
        // A form that was sent is reset to its defaults, and a select forgets its own: a new key makes a new one.
        <select
          {...control}
          key={selected}
          autoComplete="off"
          defaultValue={selected}
          onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}
          className={className}
          // A translator takes codes for words.
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
