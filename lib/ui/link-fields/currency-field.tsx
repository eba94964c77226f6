"use client";

import type { CurrencyOption } from "@/lib/money/currency-names";
import { Field } from "@/lib/ui/form/field";

/** A list of currencies, as wide as a code: only the open list has room for names. */
export function CurrencyField({
  idSuffix = "",
  label,
  options,
  selected,
  error,
  className,
  onOpen,
  onChoose,
}: {
  idSuffix?: string;
  label: string;
  options: CurrencyOption[];
  selected: string | undefined;
  error: string | undefined;
  className: string;
  onOpen: () => void;
  onChoose?: ((currency: string) => void) | undefined;
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
          onFocus={onOpen}
          onPointerDown={onOpen}
          onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}
          className={`${className} w-[6.25rem]`}
          // Browsers that translate the page would take the codes for words.
          translate="no"
        >
          {options.map(({ value, label: name }) => (
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
