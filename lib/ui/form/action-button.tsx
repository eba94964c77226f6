"use client";

import type { ReactNode } from "react";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { type FormAction, useForm } from "@/lib/ui/form/use-form";

/** A form that is only its button, with room for why it was refused. */
export function ActionButton({
  action,
  pending,
  className,
  fields = {},
  children,
}: {
  action: FormAction<string, undefined>;
  pending: string;
  /** What goes along, as hidden inputs. */
  fields?: Record<string, string>;
  className?: string;
  children: ReactNode;
}) {
  const { state, send, form } = useForm(action, { values: {}, errors: {} });
  return (
    <form ref={form} action={send} className="grid gap-3">
      <FormError error={state.errors.form} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton pending={pending} {...(className && { className })}>
        {children}
      </SubmitButton>
    </form>
  );
}
