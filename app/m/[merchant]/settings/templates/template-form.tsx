"use client";

import type { FormState } from "@/lib/core/form-state";
import type { TemplateField } from "@/lib/domain/link-templates/schema";
import type { CurrencyCode } from "@/lib/money/currencies";
import type { Interpretation } from "@/lib/money/money";
import { Choice, type Option } from "@/lib/ui/form/choice";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { ContentFields, type ContentLabels } from "@/lib/ui/link-fields/content-fields";
import { saveTemplate } from "./actions";

export type TemplateLabels = ContentLabels &
  Record<"name" | "namePlaceholder" | "submit" | "pending" | "expiry", string> & { expiries: Option[] };

/** A template's name and its link's content, for a new template or one to change. */
export function TemplateForm({
  initial,
  locale,
  usedCurrencies,
  idSuffix,
  labels,
}: {
  initial: FormState<TemplateField, { interpretations: Interpretation[] }>;
  locale: string;
  usedCurrencies: readonly CurrencyCode[];
  /** Makes ids unique when a page has several such forms. */
  idSuffix: string;
  labels: TemplateLabels;
}) {
  const form = useForm(saveTemplate, initial, `template${idSuffix}`);
  const { state } = form;
  const { values, errors } = state;
  return (
    <ServerForm sent={form} className="grid gap-4">
      <input type="hidden" name="templateId" value={values.templateId ?? ""} />
      <input type="hidden" name="drawn" value={values.drawn ?? ""} />
      <Field name="name" idSuffix={idSuffix} label={labels.name} error={errors.name}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            dir="auto"
            placeholder={labels.namePlaceholder}
            defaultValue={values.name ?? ""}
            className="input"
          />
        )}
      </Field>
      <ContentFields {...{ state, locale, usedCurrencies, idSuffix, labels }} />
      <Choice
        name="expiry"
        idSuffix={idSuffix}
        label={labels.expiry}
        options={labels.expiries}
        selected={values.expiry ?? ""}
        error={errors.expiry}
      />
      <SubmitButton pending={labels.pending} className="button-quiet">
        {labels.submit}
      </SubmitButton>
    </ServerForm>
  );
}
