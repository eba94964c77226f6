"use client";

import type { FormEvent, ReactNode } from "react";
import { formNameField } from "@/lib/core/form-name";
import { draftAttribute } from "@/lib/ui/form/drafts";
import { FormTrouble } from "@/lib/ui/form/form-trouble";
import type { SentForm } from "@/lib/ui/form/use-form";

/** The `form` element of every form that is sent to the portal, with errors above its fields. */
export function ServerForm({
  sent: { form, send, onSubmit, onInput, name, error, trouble },
  className,
  check,
  children,
}: {
  sent: SentForm;
  className?: string;
  /** Checks the form before it is sent, and may prevent that. */
  check?: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
}) {
  return (
    <form
      ref={form}
      action={send}
      onSubmit={(event) => {
        check?.(event);
        onSubmit(event);
      }}
      onInput={onInput}
      className={className}
      noValidate
      {...{ [draftAttribute]: name }}
    >
      <input type="hidden" name={formNameField} value={name} />
      <FormTrouble trouble={trouble} error={error} />
      {children}
    </form>
  );
}
