"use client";

import { Choice } from "@/lib/ui/form/choice";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { type ExpiryLabels, listExpiries } from "@/lib/ui/link-fields/expiry-options";
import { changeLinkExpiry } from "./actions";

/** When a link expires, to be changed. The date is only there when one was chosen, without scripts too. */
export function ExpiryForm({
  values: initial,
  labels,
}: {
  values: Record<"linkId" | "expiry" | "expiryDay", string>;
  labels: ExpiryLabels & Record<"submit" | "pending", string>;
}) {
  const form = useForm(changeLinkExpiry, { values: initial, errors: {} }, "expiry");
  const { values, errors } = form.state;
  return (
    <ServerForm sent={form} className="group/expiry grid gap-3">
      <input type="hidden" name="linkId" value={initial.linkId} />
      <div className="grid grid-cols-1 gap-3 min-[22rem]:group-has-[[value=date]:checked]/expiry:grid-cols-2">
        <Choice
          name="expiry"
          label={labels.label}
          options={listExpiries(labels)}
          selected={values.expiry ?? initial.expiry}
          error={errors.expiry}
        />
        <div className="hidden group-has-[[value=date]:checked]/expiry:block">
          <Field name="expiryDay" label={labels.lastDay} error={errors.expiryDay}>
            {(control) => (
              <input {...control} type="date" defaultValue={values.expiryDay ?? ""} className="input" />
            )}
          </Field>
        </div>
      </div>
      <SubmitButton pending={labels.pending} className="button-quiet">
        {labels.submit}
      </SubmitButton>
    </ServerForm>
  );
}
