"use client";

import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { closeMerchant } from "./actions";

/** Turns the merchant off or deletes it, folded away, once its slug is typed. */
export function CloseForm({
  how,
  words,
}: {
  how: "disable" | "delete";
  words: Record<"title" | "text" | "confirm" | "pending", string>;
}) {
  const { state, send, form } = useForm(closeMerchant, { values: {}, errors: {} });
  return (
    <details open={state.errors.confirmation !== undefined}>
      <summary className="link touch">{words.title}</summary>
      <form ref={form} action={send} className="grid gap-4 py-3" noValidate>
        <FormError error={state.errors.form} />
        <input type="hidden" name="how" value={how} />
        <Field
          name="confirmation"
          idSuffix={`-${how}`}
          label={words.confirm}
          hint={words.text}
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
        <SubmitButton pending={words.pending} className="button-quiet text-danger">
          {words.title}
        </SubmitButton>
      </form>
    </details>
  );
}
