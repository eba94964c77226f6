"use client";

import { PastedField } from "@/lib/ui/form/pasted-field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { findPaid } from "./actions";

export function PasteForm({ labels }: { labels: Record<"paste" | "hint" | "submit" | "pending", string> }) {
  const form = useForm(findPaid, { values: {}, errors: {} }, "find-paid");
  const { values, errors } = form.state;
  return (
    <ServerForm sent={form} className="grid gap-5">
      <PastedField
        label={labels.paste}
        hint={labels.hint}
        error={errors.pasted}
        value={values.pasted}
        rows={8}
      />
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}
