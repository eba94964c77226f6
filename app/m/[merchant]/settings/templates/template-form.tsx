"use client";

import type { FormState } from "@/lib/form-state";
import type { TemplateField } from "@/lib/link-templates/schema";
import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { AmountReadings } from "@/lib/ui/link-fields/amount-readings";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";
import { saveTemplate } from "./actions";

export type TemplateWords = Record<
  "name" | "namePlaceholder" | "amount" | "currency" | "description" | "readings" | "submit" | "pending",
  string
>;

/** A template's name and the link that it makes: a new one, or one to change. */
export function TemplateForm({
  initial,
  locale,
  idSuffix,
  words,
}: {
  initial: FormState<TemplateField, { readings: number[] }>;
  locale: string;
  /** Tells the fields of several such forms apart. */
  idSuffix: string;
  words: TemplateWords;
}) {
  const { state, send, form } = useForm(saveTemplate, initial);
  const { values, errors, extra } = state;
  return (
    <form ref={form} action={send} className="grid gap-4" noValidate>
      <FormError error={errors.form} />
      <input type="hidden" name="templateId" value={values.templateId ?? ""} />
      <Field name="name" idSuffix={idSuffix} label={words.name} error={errors.name}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            dir="auto"
            placeholder={words.namePlaceholder}
            defaultValue={values.name ?? ""}
            className="input"
          />
        )}
      </Field>
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
      <SubmitButton pending={words.pending} className="button-quiet">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
