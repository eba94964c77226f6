"use client";

import type { ReactNode } from "react";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { type FormAction, useForm } from "@/lib/ui/form/use-form";

/** A form that is only a button, with room for an error. */
export function ActionButton({
  action,
  name,
  pending,
  className,
  fields = {},
  children,
}: {
  action: FormAction<string, undefined>;
  /** Identifies the form on its page. */
  name: string;
  pending: string;
  /** Sent as hidden inputs. */
  fields?: Record<string, string>;
  className?: string;
  children: ReactNode;
}) {
  const form = useForm(action, { values: {}, errors: {} }, name);
  return (
    <ServerForm sent={form} className="grid gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton pending={pending} {...(className && { className })}>
        {children}
      </SubmitButton>
    </ServerForm>
  );
}
