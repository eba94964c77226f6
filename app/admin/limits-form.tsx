"use client";

import { saveLimits } from "@/app/admin/actions";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";

type Name = "linksPerHour" | "people";

/** How much one merchant may do and have. An empty field stands for what applies to every merchant. */
export function LimitsForm({
  slug,
  after,
  values,
  usual,
  labels,
}: {
  slug: string;
  after: string;
  values: Record<Name, string>;
  /** What applies where a field is empty. */
  usual: Record<Name, string>;
  labels: Record<Name | "submit" | "pending", string>;
}) {
  const form = useForm(saveLimits, { values, errors: {} }, `limits-${slug}`);
  const { state } = form;
  const names: Name[] = ["linksPerHour", "people"];
  return (
    <ServerForm sent={form} className="flex flex-wrap items-end gap-x-4 gap-y-3 py-2">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="after" value={after} />
      {names.map((name) => (
        <Field key={name} name={name} idSuffix={`-${slug}`} label={labels[name]} error={state.errors[name]}>
          {(control) => (
            <input
              {...control}
              className="input w-40"
              inputMode="numeric"
              autoComplete="off"
              placeholder={usual[name]}
              defaultValue={state.values[name] ?? ""}
            />
          )}
        </Field>
      ))}
      <div>
        <SubmitButton pending={labels.pending} className="button-quiet text-small">
          {labels.submit}
        </SubmitButton>
      </div>
    </ServerForm>
  );
}
