"use client";

import type { ComponentProps, RefObject } from "react";
import type { CurrencyCode } from "@/lib/money/currencies";
import { moneyParts } from "@/lib/money/format-money";
import type { Amount } from "@/lib/money/money";
import { Field } from "@/lib/ui/form/field";
import { scaledToFit } from "@/lib/ui/scaled-to-fit";

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
  amount,
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
  /** What that means; null when it is not known yet. */
  amount: Amount | null;
  currency: CurrencyCode;
  locale: string;
  usesPad: boolean;
  onType: (text: string) => void;
}) {
  const { whole, decimalMark, decimals } = moneyParts(0, "USD", locale);
  return (
    <Field name="amount" label={label} error={error}>
      {(control) => (
        <div className="amount-box">
          <input
            {...control}
            ref={field}
            inputMode={usesPad ? "none" : "decimal"}
            autoComplete="off"
            enterKeyHint="next"
            placeholder={whole + decimalMark + decimals}
            defaultValue={value}
            onInput={({ currentTarget }) => onType(currentTarget.value)}
            style={{ fontSize: scaledToFit(typed.length * 0.6 + 1) }}
            className="input amount-field"
          />
          <Drawn {...{ typed, amount, currency, locale }} />
        </div>
      )}
    </Field>
  );
}

/**
 * The amount that a link would get; a text that is not one amount is shown as it was typed. Each part has an element of
 * its own: browsers that translate the page wrap bare text in their own elements, and React then cannot find it.
 */
function Drawn({
  typed,
  amount,
  currency,
  locale,
}: Pick<ComponentProps<typeof AmountEntry>, "typed" | "amount" | "currency" | "locale">) {
  const isNothing = typed === "" || (amount?.ok === false && amount.code === "zero");
  const isMoney = amount?.ok || isNothing;
  const money = moneyParts(amount?.ok ? amount.value : 0, currency, locale);
  const { symbol, symbolFirst, whole, decimalMark, decimals } = money;
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
      className={`amount-drawn ${isNothing ? "text-muted" : ""}`}
    >
      <span suppressHydrationWarning>{before}</span>
      <span suppressHydrationWarning>{loud}</span>
      <span suppressHydrationWarning>{after}</span>
    </span>
  );
}
