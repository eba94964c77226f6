"use client";

import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { describeLinkPaid } from "./actions";

/** A note and a reference about a payment, folded away until somebody wants to write them. */
export function PaidForm({
  values: initial,
  labels,
}: {
  values: Record<"linkId" | "at" | "note" | "reference", string>;
  labels: Record<"open" | "note" | "reference" | "referenceHint" | "save" | "saving", string>;
}) {
  const form = useForm(describeLinkPaid, { values: initial, errors: {} }, "paid");
  const { values, errors } = form.state;
  return (
    <details open={form.isShownAgain || undefined}>
      <summary className="fold link">{labels.open}</summary>
      <ServerForm sent={form} className="grid gap-4 pt-2 pb-2">
        <input type="hidden" name="linkId" value={initial.linkId} />
        <input type="hidden" name="at" value={initial.at} />
        <Field name="reference" label={labels.reference} hint={labels.referenceHint} error={errors.reference}>
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              dir="auto"
              defaultValue={values.reference ?? ""}
              className="input"
            />
          )}
        </Field>
        <Field name="note" idSuffix="-paid" label={labels.note} error={errors.note}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              dir="auto"
              defaultValue={values.note ?? ""}
              className="input h-auto py-3"
            />
          )}
        </Field>
        <SubmitButton pending={labels.saving} className="button-quiet">
          {labels.save}
        </SubmitButton>
      </ServerForm>
    </details>
  );
}
