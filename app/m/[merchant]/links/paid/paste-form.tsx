"use client";

import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { findPaid } from "./actions";

export function PasteForm({ labels }: { labels: Record<"paste" | "hint" | "submit" | "pending", string> }) {
  const form = useForm(findPaid, { values: {}, errors: {} }, "find-paid");
  const { values, errors } = form.state;
  return (
    <ServerForm sent={form} className="grid gap-5">
      <Field name="pasted" label={labels.paste} hint={labels.hint} error={errors.pasted}>
        {(control) => (
          <textarea
            {...control}
            rows={8}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            defaultValue={values.pasted ?? ""}
            className="input h-auto py-3 font-mono text-small"
          />
        )}
      </Field>
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}
