"use client";

import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { forgot } from "./actions";

export function ForgotForm({ labels }: { labels: Record<"email" | "submit" | "pending", string> }) {
  const form = useForm(forgot, { values: {}, errors: {} }, "forgot");
  const { state } = form;
  if (state.extra) {
    return (
      <p role="status" className="font-bold">
        {state.extra}
      </p>
    );
  }
  return (
    <ServerForm sent={form} className="grid gap-5">
      <Field name="email" label={labels.email} error={state.errors.email}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={state.values.email ?? ""}
            className="input"
          />
        )}
      </Field>
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}
