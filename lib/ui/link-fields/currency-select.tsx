"use client";

import type { CurrencyCode } from "@/lib/money/currencies";
import { listCurrencyOptions } from "@/lib/money/currency-names";
import { Field } from "@/lib/ui/form/field";

export function CurrencySelect({
  idSuffix = "",
  label,
  list,
  selected,
  error,
  className,
  onChoose,
}: {
  idSuffix?: string;
  label: string;
  /** The reader's language, and the currencies that come first. */
  list: { locale: string; used: readonly CurrencyCode[] };
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
          // As wide as a code: only the open list has room for names.
          className={`${className} w-[6.25rem]`}
          // Browsers that translate the page would take the codes for words.
          translate="no"
        >
          {listCurrencyOptions(list.locale, list.used).map(({ value, label: name }) => (
            // A browser can know another name than the server.
            <option key={value} value={value} suppressHydrationWarning>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
