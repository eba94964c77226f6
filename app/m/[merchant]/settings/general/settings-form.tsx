"use client";

import type { FormState } from "@/lib/core/form-state";
import { CheckBox } from "@/lib/ui/form/check-box";
import { Choice, type Option } from "@/lib/ui/form/choice";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { saveSettings } from "./actions";
import { LanguageChoices, type LanguageLabels } from "./language-choices";

/** What is on or off. */
const switches = ["references", "cashiersOwnLinks", "shortAddresses", "tellsMarked"] as const;
type Switch = (typeof switches)[number];

export type SettingsField =
  | "name"
  | "slug"
  | "color"
  | "defaultCurrency"
  | "timeZone"
  | "linkExpiry"
  | Switch
  | LanguageField;

type LanguageField = "language1" | "language2" | "language3";

type Labels = Record<SettingsField | "submit" | "pending", string> &
  Record<"slugHint" | "colorHint" | "linkExpiryHint" | `${Switch}Hint`, string> &
  LanguageLabels;

export function SettingsForm({
  initial,
  currencies,
  timeZones,
  languages,
  expiries,
  labels,
}: {
  initial: FormState<SettingsField | "drawn">;
  currencies: Option[];
  timeZones: Option[];
  languages: Option[];
  expiries: Option[];
  labels: Labels;
}) {
  const form = useForm(saveSettings, initial, "settings");
  const { state } = form;
  const { values, errors } = state;
  return (
    <ServerForm sent={form} className="grid gap-5">
      <input type="hidden" name="drawn" value={values.drawn ?? ""} />
      <Field name="name" label={labels.name} error={errors.name}>
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
      <Field name="slug" label={labels.slug} hint={labels.slugHint} error={errors.slug}>
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
      <Field name="color" label={labels.color} hint={labels.colorHint} error={errors.color}>
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
        label={labels.defaultCurrency}
        options={currencies}
        selected={values.defaultCurrency ?? ""}
        error={errors.defaultCurrency}
      />
      <Choice
        name="timeZone"
        label={labels.timeZone}
        options={timeZones}
        selected={values.timeZone ?? ""}
        error={errors.timeZone}
      />
      <LanguageChoices languages={languages} values={values} error={errors.language1} labels={labels} />
      {switches.map((name) => (
        <CheckBox
          key={name}
          name={name}
          label={labels[name]}
          hint={labels[`${name}Hint`]}
          isChecked={values[name] === "on"}
          error={errors[name]}
        />
      ))}
      <Choice
        name="linkExpiry"
        label={labels.linkExpiry}
        hint={labels.linkExpiryHint}
        options={expiries}
        selected={values.linkExpiry ?? ""}
        error={errors.linkExpiry}
      />
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}
