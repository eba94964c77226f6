"use client";

import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { closeMerchant } from "./actions";

/** Disables or deletes the merchant once its slug is typed; folded away. */
export function CloseForm({
  how,
  labels,
}: {
  how: "disable" | "delete";
  labels: Record<"title" | "text" | "confirm" | "pending", string>;
}) {
  const form = useForm(closeMerchant, { values: {}, errors: {} }, how);
  const { state } = form;
  return (
    <details open={form.isShownAgain || undefined}>
      <summary className="link touch">{labels.title}</summary>
      <ServerForm sent={form} className="grid gap-4 py-3">
        <input type="hidden" name="how" value={how} />
        <Field
          name="confirmation"
          idSuffix={`-${how}`}
          label={labels.confirm}
          hint={labels.text}
          error={state.errors.confirmation}
        >
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={state.values.confirmation ?? ""}
              className="input"
            />
          )}
        </Field>
        <SubmitButton pending={labels.pending} className="button-quiet text-danger">
          {labels.title}
        </SubmitButton>
      </ServerForm>
    </details>
  );
}
