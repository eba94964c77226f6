"use client";

import { useState } from "react";
import type { CurrencyCode } from "@/lib/money/currencies";
import { listCurrencyOptions } from "@/lib/money/currency-names";
import { Field } from "@/lib/ui/form/field";

/**
 * The list of currencies. Until it is opened, only those that the merchant uses have names: the page is lighter, and can
 * still choose any currency where no scripts run.
 */
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
  const [isOpened, setOpened] = useState(false);
  const open = () => setOpened(true);
  const named = isOpened ? {} : { named: [...list.used, selected ?? ""] };
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
          onFocus={open}
          onPointerDown={open}
          onChange={({ currentTarget }) => onChoose?.(currentTarget.value)}
          // As wide as a code: only the open list has room for names.
          className={`${className} w-[6.25rem]`}
          // Browsers that translate the page would take the codes for words.
          translate="no"
        >
          {listCurrencyOptions(list.locale, list.used, named).map(({ value, label: name }) => (
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
