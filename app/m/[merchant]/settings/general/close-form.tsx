"use client";

import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { closeMerchant } from "./actions";

/** Turns the merchant off or deletes it, folded away, once its slug is typed. */
export function CloseForm({
  how,
  labels,
}: {
  how: "disable" | "delete";
  labels: Record<"title" | "text" | "confirm" | "pending", string>;
}) {
  const { state, send, form } = useForm(closeMerchant, { values: {}, errors: {} });
  return (
    <details open={state.errors.confirmation !== undefined}>
      <summary className="link touch">{labels.title}</summary>
      <form ref={form} action={send} className="grid gap-4 py-3" noValidate>
        <FormError error={state.errors.form} />
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
      </form>
    </details>
  );
}
