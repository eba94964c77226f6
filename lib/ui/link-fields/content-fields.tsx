import type { FormState } from "@/lib/form-state";
import { Field } from "@/lib/ui/form/field";
import { AmountReadings } from "@/lib/ui/link-fields/amount-readings";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";

export type ContentWords = Record<"amount" | "currency" | "description" | "readings", string>;

/** What a link asks for: amount, currency and description, one under the other. */
export function ContentFields({
  state: { values, errors, extra },
  locale,
  idSuffix,
  words,
}: {
  state: FormState<"amount" | "currency" | "description", { readings: number[] }>;
  locale: string;
  /** Tells the fields of several forms on a page apart. */
  idSuffix: string;
  words: ContentWords;
}) {
  return (
    <>
      <div className="grid grid-cols-[1fr_auto] items-start gap-3">
        <Field name="amount" idSuffix={idSuffix} label={words.amount} error={errors.amount}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={values.amount ?? ""}
              className="input font-bold tabular-nums"
            />
          )}
        </Field>
        <CurrencySelect
          idSuffix={idSuffix}
          label={words.currency}
          selected={values.currency}
          error={errors.currency}
          className="input pl-3"
        />
      </div>
      <AmountReadings
        legend={words.readings}
        readings={extra?.readings ?? []}
        currency={values.currency ?? ""}
        locale={locale}
      />
      <Field name="description" idSuffix={idSuffix} label={words.description} error={errors.description}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            dir="auto"
            defaultValue={values.description ?? ""}
            className="input"
          />
        )}
      </Field>
    </>
  );
}
