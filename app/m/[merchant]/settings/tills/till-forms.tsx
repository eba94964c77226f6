"use client";

import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SimpleForm } from "@/lib/ui/form/simple-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { enroll, saveIdleMinutes } from "./actions";

export function EnrollForm({ labels }: { labels: Record<"name" | "hint" | "submit" | "pending", string> }) {
  return (
    <SimpleForm
      name="enroll"
      action={enroll}
      fields={[{ name: "name", label: labels.name, type: "text", autoComplete: "off", hint: labels.hint }]}
      submit={labels.submit}
      pending={labels.pending}
    />
  );
}

export function IdleForm({
  minutes,
  labels,
}: {
  minutes: number;
  labels: Record<"minutes" | "submit" | "pending", string>;
}) {
  const form = useForm(saveIdleMinutes, { values: {}, errors: {} }, "idle");
  const { values, errors } = form.state;
  return (
    <ServerForm sent={form} className="grid gap-4">
      <Field name="minutes" label={labels.minutes} error={errors.minutes}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={values.minutes ?? String(minutes)}
            className="input max-w-24"
          />
        )}
      </Field>
      <SubmitButton pending={labels.pending} className="button-quiet">
        {labels.submit}
      </SubmitButton>
    </ServerForm>
  );
}
