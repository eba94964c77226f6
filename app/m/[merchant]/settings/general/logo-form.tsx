"use client";

import { type FormEvent, useState } from "react";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { saveLogo } from "./actions";

/** Chooses a picture and uploads it. Where scripts run, one that is too large is not uploaded at all. */
export function LogoForm({
  maxBytes,
  tooHeavy,
  isTooHeavy,
  drawn,
  labels,
}: {
  maxBytes: number;
  /** The error for a file that is too large. */
  tooHeavy: string;
  /** Whether such a file was just sent without scripts. */
  isTooHeavy: boolean;
  /** The version of the logo that is shown above; empty for none. */
  drawn: string;
  labels: Record<"field" | "hint" | "submit" | "pending", string>;
}) {
  const initial = { values: {}, errors: isTooHeavy ? { logo: tooHeavy } : {} };
  const form = useForm(saveLogo, initial, "logo");
  const { state } = form;
  const [isHeld, setHeld] = useState(false);
  const check = (event: FormEvent<HTMLFormElement>) => {
    const file = new FormData(event.currentTarget).get("logo");
    const isHeavy = file instanceof File && file.size > maxBytes;
    setHeld(isHeavy);
    if (isHeavy) event.preventDefault();
  };
  return (
    <ServerForm sent={form} className="grid gap-3" check={check}>
      <input type="hidden" name="drawn" value={drawn} />
      <Field
        name="logo"
        label={labels.field}
        hint={labels.hint}
        error={isHeld ? tooHeavy : state.errors.logo}
      >
        {(control) => (
          <input
            {...control}
            type="file"
            accept="image/png,image/jpeg,image/webp"
            className="input file-input"
          />
        )}
      </Field>
      <SubmitButton pending={labels.pending} className="button-quiet">
        {labels.submit}
      </SubmitButton>
    </ServerForm>
  );
}
