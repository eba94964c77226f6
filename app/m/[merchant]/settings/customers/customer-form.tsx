"use client";

import { ActionButton } from "@/lib/ui/form/action-button";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { findLinksOfCustomer, removeFromEveryLink } from "./actions";

/** A customer's number, then in how many links it is, and the button that removes it. */
export function CustomerForm({
  labels,
}: {
  labels: Record<"phone" | "phoneHint" | "find" | "finding" | "remove" | "removing", string>;
}) {
  const form = useForm(findLinksOfCustomer, { values: {}, errors: {} }, "customer");
  const { values, errors, extra } = form.state;
  return (
    <div className="grid gap-6">
      <ServerForm sent={form} className="grid gap-5">
        <Field name="phone" label={labels.phone} hint={labels.phoneHint} error={errors.phone}>
          {(control) => (
            <input
              {...control}
              type="tel"
              autoComplete="off"
              defaultValue={values.phone ?? ""}
              className="input"
            />
          )}
        </Field>
        <SubmitButton pending={labels.finding} className="button-quiet">
          {labels.find}
        </SubmitButton>
      </ServerForm>
      {extra && (
        <section role="status" className="grid gap-3 border-l-2 border-caution pl-4">
          <p className="font-bold">{extra.text}</p>
          <ActionButton
            action={removeFromEveryLink}
            name="remove-everywhere"
            pending={labels.removing}
            fields={{ phone: extra.phone }}
          >
            {labels.remove}
          </ActionButton>
        </section>
      )}
    </div>
  );
}
