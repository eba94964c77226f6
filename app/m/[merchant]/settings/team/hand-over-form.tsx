"use client";

import { Choice, type Option } from "@/lib/ui/form/choice";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { handOver } from "./actions";

/** Makes another member the owner. Folded away: it is done once in a merchant's life. */
export function HandOverForm({
  people,
  words,
}: {
  people: Option[];
  words: Record<"title" | "text" | "newOwner" | "submit" | "working", string>;
}) {
  const { state, send, form } = useForm(handOver, { values: {}, errors: {} });
  return (
    <details>
      <summary className="link touch">{words.title}</summary>
      <form ref={form} action={send} className="grid gap-4 py-3">
        <FormError error={state.errors.form} />
        <p className="text-muted">{words.text}</p>
        <Choice
          name="userId"
          label={words.newOwner}
          options={people}
          selected={state.values.userId || (people[0]?.value ?? "")}
        />
        <SubmitButton pending={words.working} className="button-quiet">
          {words.submit}
        </SubmitButton>
      </form>
    </details>
  );
}
