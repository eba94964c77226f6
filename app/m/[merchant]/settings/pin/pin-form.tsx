"use client";

import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { choosePin } from "./actions";

/** Asks for a PIN twice, because nobody sees what they type. */
export function PinForm({
  labels,
}: {
  labels: Record<"pin" | "pinHint" | "again" | "submit" | "pending", string>;
}) {
  const form = useForm(choosePin, { values: {}, errors: {} }, "pin");
  const { errors } = form.state;
  return (
    <ServerForm sent={form} className="grid gap-5">
      {(["pin", "again"] as const).map((name) => (
        <Field
          key={name}
          name={name}
          label={labels[name]}
          hint={name === "pin" ? labels.pinHint : undefined}
          error={errors[name]}
        >
          {(control) => (
            <input
              {...control}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={12}
              className="input max-w-48"
            />
          )}
        </Field>
      ))}
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}
