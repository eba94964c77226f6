"use client";

import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { tagSelected } from "./actions";

/** Adds tags to all links that were chosen. */
export function TagForm({
  links,
  usedTags,
  labels,
}: {
  /** Their ids, with commas between them. */
  links: string;
  usedTags: string[];
  labels: Record<"tags" | "hint" | "submit" | "pending", string>;
}) {
  const form = useForm(tagSelected, { values: {}, errors: {} }, "tag");
  const { values, errors } = form.state;
  return (
    <ServerForm sent={form} className="grid gap-4">
      <input type="hidden" name="links" value={links} />
      <Field name="tags" label={labels.tags} hint={labels.hint} error={errors.tags}>
        {(control) => (
          <input
            {...control}
            list="used-tags"
            autoComplete="off"
            dir="auto"
            defaultValue={values.tags ?? ""}
            className="input"
          />
        )}
      </Field>
      <datalist id="used-tags">
        {usedTags.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <SubmitButton pending={labels.pending} className="button-quiet">
        {labels.submit}
      </SubmitButton>
    </ServerForm>
  );
}
