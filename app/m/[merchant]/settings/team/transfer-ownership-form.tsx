"use client";

import { Choice, type Option } from "@/lib/ui/form/choice";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { transferBusiness } from "./actions";

/** Makes another member the owner. Folded away: it is done once in a merchant's life. */
export function TransferOwnershipForm({
  people,
  labels,
}: {
  people: Option[];
  labels: Record<"title" | "text" | "newOwner" | "submit" | "working", string>;
}) {
  const { state, send, form } = useForm(transferBusiness, { values: {}, errors: {} });
  return (
    <details>
      <summary className="link touch">{labels.title}</summary>
      <form ref={form} action={send} className="grid gap-4 py-3">
        <FormError error={state.errors.form} />
        <p className="text-muted">{labels.text}</p>
        <Choice
          name="userId"
          label={labels.newOwner}
          options={people}
          selected={state.values.userId || (people[0]?.value ?? "")}
        />
        <SubmitButton pending={labels.working} className="button-quiet">
          {labels.submit}
        </SubmitButton>
      </form>
    </details>
  );
}
