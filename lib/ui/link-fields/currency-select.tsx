"use client";

import { type ComponentProps, useState } from "react";
import type { CurrencyCode } from "@/lib/money/currencies";
import { listCurrencyOptions } from "@/lib/money/currency-names";
import { CurrencyField } from "@/lib/ui/link-fields/currency-field";

/**
 * The list of currencies. Until it is opened, only those that the merchant uses have names: the page is lighter, and can
 * still choose any currency where no scripts run.
 */
export function CurrencySelect({
  list,
  ...field
}: Omit<ComponentProps<typeof CurrencyField>, "options" | "onOpen"> & {
  /** The reader's language, and the currencies that come first. */
  list: { locale: string; used: readonly CurrencyCode[] };
}) {
  const [isOpened, setOpened] = useState(false);
  const named = isOpened ? {} : { named: [...list.used, field.selected ?? ""] };
  return (
    <CurrencyField
      {...field}
      options={listCurrencyOptions(list.locale, list.used, named)}
      onOpen={() => setOpened(true)}
    />
  );
}
