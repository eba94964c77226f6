"use client";

import type { RefObject } from "react";
import { type CurrencyCode, isCurrency } from "@/lib/money/currencies";
import { moneyParts } from "@/lib/money/format-money";
import { parseAmount } from "@/lib/money/money";
import { Field } from "@/lib/ui/form/field";
import { scaledToFit } from "@/lib/ui/hero-amount";

/**
 * The amount: one real text field. On phones with the keypad, the field's own letters are transparent, and the amount
 * is drawn over them as the person's country writes money. Pasting, keyboards and screen readers work as in any field.
 */
export function AmountEntry({
  field,
  label,
  error,
  value,
  typed,
  currency,
  locale,
  usesPad,
  onType,
}: {
  field: RefObject<HTMLInputElement | null>;
  label: string;
  error: string | undefined;
  /** The value that the form was opened with. */
  value: string;
  /** What is in the field now. */
  typed: string;
  currency: string;
  locale: string;
  usesPad: boolean;
  onType: (text: string) => void;
}) {
  return (
    <Field name="amount" label={label} error={error}>
      {(control) => (
        <div className="@container grid h-20 grid-cols-1 compact:h-14 squat:h-12 *:[grid-area:1/1]">
          <input
            {...control}
            ref={field}
            inputMode={usesPad ? "none" : "decimal"}
            autoComplete="off"
            enterKeyHint="next"
            placeholder={moneyParts(0, "USD", locale).whole + zeroDecimals(locale)}
            defaultValue={value}
            onInput={({ currentTarget }) => onType(currentTarget.value)}
            style={{ fontSize: scaledToFit(typed.length * 0.6 + 1) }}
            className="input font-bold tabular-nums tracking-tight keypad:rounded-none keypad:border-0 keypad:border-b-2 keypad:border-line keypad:bg-transparent keypad:px-0 keypad:text-transparent keypad:caret-transparent keypad:outline-none keypad:placeholder:text-transparent keypad:focus:border-ink keypad:aria-invalid:border-danger"
          />
          <Drawn typed={typed} currency={isCurrency(currency) ? currency : "USD"} locale={locale} />
        </div>
      )}
    </Field>
  );
}

/**
 * The amount that a link would get; a text that is not one amount is shown as it was typed. Each part has an element of
 * its own: browsers that translate the page wrap bare text in their own elements, and React then cannot find it.
 */
function Drawn({ typed, currency, locale }: { typed: string; currency: CurrencyCode; locale: string }) {
  const amount = parseAmount(typed, currency);
  const isNothing = typed === "" || (!amount.ok && amount.code === "zero");
  const isMoney = amount.ok || isNothing;
  const money = moneyParts(amount.ok ? amount.value : 0, currency, locale);
  const { symbol, symbolFirst, whole, decimalMark, decimals } = money;
  const quiet = "text-[0.55em] font-normal text-muted";
  const size = isMoney ? whole.length * 0.6 + (symbol.length + 4) * 0.34 : typed.length * 0.6;
  const [before, loud, after] = isMoney
    ? [symbolFirst ? `${symbol} ` : "", whole, `${decimalMark}${decimals}${symbolFirst ? "" : ` ${symbol}`}`]
    : ["", typed, ""];
  return (
    // As the browser formats money; its data may be newer than the server's.
    <span
      aria-hidden="true"
      suppressHydrationWarning
      translate="no"
      style={{ fontSize: scaledToFit(size) }}
      className={`pointer-events-none hidden self-center overflow-x-clip leading-none font-bold tracking-tight whitespace-nowrap tabular-nums keypad:block ${
        isNothing ? "text-muted" : ""
      }`}
    >
      <span suppressHydrationWarning className={quiet}>
        {before}
      </span>
      <span suppressHydrationWarning>{loud}</span>
      <span suppressHydrationWarning className={quiet}>
        {after}
      </span>
    </span>
  );
}

/** `,00` or `.00`, as this person's country writes it. */
function zeroDecimals(locale: string): string {
  const { decimalMark, decimals } = moneyParts(0, "USD", locale);
  return decimalMark + decimals;
}
