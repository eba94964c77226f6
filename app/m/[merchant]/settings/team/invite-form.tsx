"use client";

import { Choice, type Option } from "@/lib/ui/form/choice";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { invite } from "./actions";
import { type SentLabels, SentLink } from "./sent-link";

export function InviteForm({
  roles,
  labels,
}: {
  roles: Option[];
  labels: SentLabels & Record<"email" | "role" | "send" | "sending", string>;
}) {
  const form = useForm(invite, { values: {}, errors: {} }, "invite");
  const { state } = form;
  const { values, errors } = state;
  return (
    <ServerForm sent={form} className="grid gap-5">
      <SentLink sent={state.extra} labels={labels} />
      <Field name="email" label={labels.email} error={errors.email}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={values.email ?? ""}
            className="input"
          />
        )}
      </Field>
      <Choice
        name="role"
        label={labels.role}
        options={roles}
        selected={values.role || "cashier"}
        error={errors.role}
      />
      <SubmitButton pending={labels.sending}>{labels.send}</SubmitButton>
    </ServerForm>
  );
}
