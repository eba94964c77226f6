"use client";

import { useEffect, useRef, useState } from "react";
import { formatMoney, formatMoneyWithCode } from "@/lib/money/format-money";
import { interpretationKey } from "@/lib/money/interpretation-key";
import type { Interpretation } from "@/lib/money/money";

/**
 * Asks which amount is meant when what was typed can mean several, or names another currency than the chosen one. Each
 * option shows its amount in full. A choice stays while another error is corrected.
 */
export function AmountInterpretations({
  legend,
  interpretations,
  currency,
  chosen,
  locale,
}: {
  legend: string;
  interpretations: Interpretation[];
  /** The currency that the form was sent with. */
  currency: string | undefined;
  /** The key of the option that the form was sent with. */
  chosen: string | undefined;
  locale: string;
}) {
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const [answered, setAnswered] = useState<Interpretation[] | null>(null);
  useEffect(() => {
    const form = fieldset.current?.form;
    // The question does not apply to another amount; that is checked when it is submitted.
    const onInput = ({ target }: Event) => {
      if (target instanceof Element && target.matches("[name=amount], [name=currency]"))
        setAnswered(interpretations);
    };
    form?.addEventListener("input", onInput);
    return () => form?.removeEventListener("input", onInput);
  }, [interpretations]);
  if (interpretations.length === 0 || interpretations === answered || currency === undefined) return null;
  const isOneCurrency = interpretations.every((one) => one.currency === currency);
  const format = isOneCurrency ? formatMoney : formatMoneyWithCode;
  return (
    <fieldset
      ref={fieldset}
      data-question="amount"
      className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-2"
    >
      <legend className="mb-2 squat:mb-1 text-small font-bold">{legend}</legend>
      {interpretations.map((one) => {
        const key = interpretationKey(one, currency);
        return (
          <label
            // React resets a submitted form to its defaults: a new key creates a new option.
            key={`${key} ${key === chosen}`}
            className="flex min-h-12 squat:min-h-11 items-center gap-3 rounded-box border border-edge bg-surface px-4 has-checked:border-2 has-checked:border-ink"
          >
            <input
              type="radio"
              name="interpretation"
              value={key}
              data-corrects="amount"
              defaultChecked={key === chosen}
              className="size-5 accent-ink"
            />
            <span translate="no" className="font-bold tabular-nums">
              {format(one.amountMinor, one.currency, locale)}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
