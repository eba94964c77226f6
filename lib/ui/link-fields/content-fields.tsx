import type { FormState } from "@/lib/core/form-state";
import type { CurrencyCode } from "@/lib/money/currencies";
import type { Interpretation } from "@/lib/money/money";
import { Field } from "@/lib/ui/form/field";
import { AmountInterpretations } from "@/lib/ui/link-fields/amount-interpretations";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";

export type ContentLabels = Record<"amount" | "currency" | "description" | "interpretations", string>;

/** The fields of a link's content: amount, currency and description, below each other. */
export function ContentFields({
  state: { values, errors, extra },
  locale,
  usedCurrencies,
  idSuffix,
  labels,
}: {
  state: FormState<
    "amount" | "interpretation" | "currency" | "description",
    { interpretations: Interpretation[] }
  >;
  locale: string;
  usedCurrencies: readonly CurrencyCode[];
  /** Makes ids unique when a page has several such forms. */
  idSuffix: string;
  labels: ContentLabels;
}) {
  return (
    <>
      <div className="grid grid-cols-[1fr_auto] items-start gap-3">
        <Field name="amount" idSuffix={idSuffix} label={labels.amount} error={errors.amount}>
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
          label={labels.currency}
          list={{ locale, used: usedCurrencies }}
          selected={values.currency}
          error={errors.currency}
          className="input pl-3"
        />
      </div>
      <AmountInterpretations
        legend={labels.interpretations}
        interpretations={extra?.interpretations ?? []}
        currency={values.currency}
        chosen={values.interpretation}
        locale={locale}
      />
      <Field name="description" idSuffix={idSuffix} label={labels.description} error={errors.description}>
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
