"use client";

import type { FormState } from "@/lib/form-state";
import { CheckBox } from "@/lib/ui/form/check-box";
import { Choice, type Option } from "@/lib/ui/form/choice";
import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { saveSettings } from "./actions";
import { LanguageChoices, type LanguageWords } from "./language-choices";

export type SettingsField =
  | "name"
  | "slug"
  | "color"
  | "defaultCurrency"
  | "timeZone"
  | "references"
  | "cashiersOwnLinks"
  | LanguageField;

type LanguageField = "language1" | "language2" | "language3";

type Words = Record<SettingsField | "submit" | "pending", string> &
  Record<"slugHint" | "colorHint" | "referencesHint" | "cashiersOwnLinksHint", string> &
  LanguageWords;

export function SettingsForm({
  initial,
  currencies,
  timeZones,
  languages,
  words,
}: {
  initial: FormState<SettingsField>;
  currencies: Option[];
  timeZones: Option[];
  languages: Option[];
  words: Words;
}) {
  const { state, send, form } = useForm(saveSettings, initial);
  const { values, errors } = state;
  return (
    <form ref={form} action={send} className="grid gap-5" noValidate>
      <FormError error={errors.form} />
      <Field name="name" label={words.name} error={errors.name}>
        {(control) => (
          <input
            {...control}
            autoComplete="organization"
            dir="auto"
            defaultValue={values.name ?? ""}
            className="input"
          />
        )}
      </Field>
      <Field name="slug" label={words.slug} hint={words.slugHint} error={errors.slug}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={values.slug ?? ""}
            className="input"
          />
        )}
      </Field>
      <Field name="color" label={words.color} hint={words.colorHint} error={errors.color}>
        {(control) => (
          <input
            {...control}
            key={values.color}
            type="color"
            defaultValue={values.color || "#0f766e"}
            className="h-12 w-24 rounded-box border border-edge bg-surface p-1"
          />
        )}
      </Field>
      <Choice
        name="defaultCurrency"
        label={words.defaultCurrency}
        options={currencies}
        selected={values.defaultCurrency ?? ""}
        error={errors.defaultCurrency}
      />
      <Choice
        name="timeZone"
        label={words.timeZone}
        options={timeZones}
        selected={values.timeZone ?? ""}
        error={errors.timeZone}
      />
      <LanguageChoices languages={languages} values={values} error={errors.language1} words={words} />
      <CheckBox
        name="references"
        label={words.references}
        hint={words.referencesHint}
        isChecked={values.references === "on"}
      />
      <CheckBox
        name="cashiersOwnLinks"
        label={words.cashiersOwnLinks}
        hint={words.cashiersOwnLinksHint}
        isChecked={values.cashiersOwnLinks === "on"}
      />
      <SubmitButton pending={words.pending}>{words.submit}</SubmitButton>
    </form>
  );
}
