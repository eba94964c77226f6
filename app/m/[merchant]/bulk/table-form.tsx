"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/lib/ui/form/field";
import { PastedField } from "@/lib/ui/form/pasted-field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { sendTable } from "./actions";

/** Sends a table as a file or as pasted cells. Where scripts run, a file that is too large is not sent at all. */
export function TableForm({
  drawn,
  maxBytes,
  tooLarge,
  isTooLarge,
  labels,
}: {
  /** The mode and the business that the page shows, and the id for the batch. */
  drawn: Record<"mode" | "business" | "intentId", string>;
  maxBytes: number;
  tooLarge: string;
  /** Whether such a file was just sent without scripts. */
  isTooLarge: boolean;
  labels: Record<"file" | "fileHint" | "paste" | "pasteHint" | "submit" | "pending", string>;
}) {
  const initial = { values: {}, errors: isTooLarge ? { table: tooLarge } : {} };
  const form = useForm(sendTable, initial, "table");
  const { values, errors } = form.state;
  const [isHeld, setHeld] = useState(false);
  const check = (event: FormEvent<HTMLFormElement>) => {
    const file = new FormData(event.currentTarget).get("table");
    const isHeavy = file instanceof File && file.size > maxBytes;
    setHeld(isHeavy);
    if (isHeavy) event.preventDefault();
  };
  return (
    <ServerForm sent={form} className="grid gap-5" check={check}>
      {Object.entries(drawn).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field name="table" label={labels.file} hint={labels.fileHint} error={isHeld ? tooLarge : errors.table}>
        {(control) => (
          <input {...control} type="file" accept=".csv,.tsv,.txt,.xlsx" className="input file-input" />
        )}
      </Field>
      <PastedField
        label={labels.paste}
        hint={labels.pasteHint}
        error={errors.pasted}
        value={values.pasted}
        rows={5}
      />
      <SubmitButton pending={labels.pending}>{labels.submit}</SubmitButton>
    </ServerForm>
  );
}
