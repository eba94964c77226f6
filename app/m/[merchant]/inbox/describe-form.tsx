"use client";

import { describe } from "@/app/m/[merchant]/inbox/actions";
import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { AmountReadings } from "@/lib/ui/link-fields/amount-readings";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";

/** Amount, currency and description of a link made elsewhere, as read on its pay page. */
export function DescribeForm({
  linkId,
  currency,
  locale,
  words,
}: {
  linkId: string;
  currency: string;
  locale: string;
  words: Record<"amount" | "currency" | "description" | "readings" | "submit" | "pending", string>;
}) {
  const { state, send, form } = useForm(describe, { values: { linkId, currency }, errors: {} });
  const { values, errors, extra } = state;
  const idSuffix = `-${linkId}`;
  return (
    <form ref={form} action={send} className="grid gap-4 py-3" noValidate>
      <FormError error={errors.form} />
      <input type="hidden" name="linkId" value={linkId} />
      <div className="grid grid-cols-[1fr_auto] items-start gap-3">
        <Field name="amount" idSuffix={idSuffix} label={words.amount} error={errors.amount}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={values.amount ?? ""}
              className="input"
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
      <SubmitButton pending={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
