"use client";

import type { ReactNode } from "react";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { confirmApp } from "./actions";
import { type CodeLabels, ShownCodes } from "./shown-codes";

/**
 * The first code of a new app. It stays on the page afterwards, because the recovery codes are in its answer.
 * @param props.isWaiting whether there is an app that waits for its first code.
 */
export function AppForm({
  isWaiting,
  labels,
  children,
}: {
  isWaiting: boolean;
  labels: CodeLabels & Record<"code" | "confirm" | "confirming", string>;
  /** What the app needs. */
  children: ReactNode;
}) {
  const form = useForm(confirmApp, { values: {}, errors: {} }, "app");
  const { extra, errors } = form.state;
  if (!isWaiting) return extra ? <ShownCodes codes={extra.codes} labels={labels} /> : null;
  return (
    <ServerForm sent={form} className="grid gap-5">
      {children}
      <Field name="code" label={labels.code} error={errors.code}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
            className="input"
          />
        )}
      </Field>
      <SubmitButton pending={labels.confirming}>{labels.confirm}</SubmitButton>
    </ServerForm>
  );
}
