"use client";

import { Choice, type Option } from "@/lib/ui/form/choice";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { transferBusiness } from "./actions";

/** Makes another member the owner. It is folded away, because it is hardly ever needed. */
export function TransferOwnershipForm({
  people,
  labels,
}: {
  people: Option[];
  labels: Record<"title" | "text" | "newOwner" | "submit" | "working", string>;
}) {
  const form = useForm(transferBusiness, { values: {}, errors: {} }, "transfer-ownership");
  const { state } = form;
  return (
    <details open={form.isShownAgain || undefined}>
      <summary className="link touch">{labels.title}</summary>
      <ServerForm sent={form} className="grid gap-4 py-3">
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
      </ServerForm>
    </details>
  );
}
