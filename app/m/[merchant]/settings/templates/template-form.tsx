"use client";

import type { FormState } from "@/lib/form-state";
import type { TemplateField } from "@/lib/link-templates/schema";
import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { ContentFields, type ContentWords } from "@/lib/ui/link-fields/content-fields";
import { saveTemplate } from "./actions";

export type TemplateWords = ContentWords & Record<"name" | "namePlaceholder" | "submit" | "pending", string>;

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
  const { values, errors } = state;
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
      <ContentFields state={state} locale={locale} idSuffix={idSuffix} words={words} />
      <SubmitButton pending={words.pending} className="button-quiet">
        {words.submit}
      </SubmitButton>
    </form>
  );
}
