"use client";

import { Choice, type Option } from "@/lib/ui/form/choice";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { type FormAction, useForm } from "@/lib/ui/form/use-form";

/** Why a link is cancelled, folded away until somebody wants to. */
export function CancelForm({
  action,
  fields,
  reasons,
  labels,
}: {
  action: FormAction<string, undefined>;
  /** Sent as hidden inputs. */
  fields: Record<string, string>;
  reasons: Option[];
  labels: Record<"open" | "reason" | "text" | "warning" | "submit" | "pending", string>;
}) {
  const form = useForm(action, { values: {}, errors: {} }, "cancel");
  const { values, errors } = form.state;
  return (
    <details open={form.isShownAgain || undefined} className="open:w-full">
      <summary className="link touch w-fit list-none text-small [&::-webkit-details-marker]:hidden">
        {labels.open}
      </summary>
      <ServerForm sent={form} className="grid gap-3 pt-2 pb-4">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="text-small">{labels.text}</p>
        <p className="border-l-2 border-caution pl-4 text-small">{labels.warning}</p>
        <Choice
          name="reason"
          label={labels.reason}
          options={reasons}
          selected={values.reason ?? reasons[0]?.value ?? ""}
          error={errors.reason}
        />
        <SubmitButton pending={labels.pending} className="button-quiet">
          {labels.submit}
        </SubmitButton>
      </ServerForm>
    </details>
  );
}
