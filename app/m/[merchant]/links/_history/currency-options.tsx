"use client";

import { useEffect, useRef, useState } from "react";
import type { CurrencyOption } from "@/lib/money/currency-names";

/**
 * The options of the filter by currency: those in use, and all others once the filters around them are opened.
 */
export function CurrencyOptions({ locale, used }: { locale: string; used: CurrencyOption[] }) {
  const first = useRef<HTMLOptionElement>(null);
  const [options, setOptions] = useState(used);
  useEffect(() => {
    const filters = first.current?.closest("details");
    const complete = async () => {
      if (!filters?.open) return;
      const { listCurrencyOptions } = await import("@/lib/money/currency-names");
      setOptions(
        listCurrencyOptions(
          locale,
          used.map(({ value }) => value),
        ),
      );
    };
    void complete();
    filters?.addEventListener("toggle", complete);
    return () => filters?.removeEventListener("toggle", complete);
  }, [locale, used]);
  return options.map(({ value, label }, at) => (
    // A browser can know another name than the server.
    <option
      key={value}
      value={value}
      ref={at === 0 ? first : undefined}
      translate="no"
      suppressHydrationWarning
    >
      {label}
    </option>
  ));
}
