"use client";

import { useState } from "react";
import type { CurrencyCode } from "@/lib/money/currencies";
import type { CurrencyOption } from "@/lib/money/currency-names";
import { draftAttribute } from "@/lib/ui/form/drafts";
import { linkFormName } from "./link-form-name";
import { findLater } from "./use-later";

const inForm = `[${draftAttribute}=${linkFormName}] [name=currency] > option`;

/** Whether it is written as a code of ISO 4217. */
export function isCode(text: string): text is CurrencyCode {
  return /^[A-Z]{3}$/.test(text);
}

/**
 * The currencies to choose from. The HTML has all of them, and a browser takes them from there until the script that
 * lists them is there too. Until the list is opened, only those that the merchant uses have names.
 */
export function useCurrencies(
  locale: string,
  used: readonly CurrencyCode[],
  selected = "",
): { options: CurrencyOption[]; open: () => void } {
  const [isOpened, setOpened] = useState(false);
  const [known] = useState(() => {
    const found = typeof document === "undefined" ? [] : document.querySelectorAll<HTMLOptionElement>(inForm);
    const listed = [...found].map(({ value, text }) => ({ value, label: text }));
    const own = [...new Set([...used, selected])].map((value) => ({ value, label: value }));
    return (listed.length > 0 ? listed : own).flatMap(({ value, label }) =>
      isCode(value) ? [{ value, label }] : [],
    );
  });
  const named = isOpened ? {} : { named: [...used, selected] };
  return {
    options: findLater()?.listCurrencyOptions(locale, used, named) ?? known,
    open: () => setOpened(true),
  };
}
