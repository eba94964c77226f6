"use client";

import type { ComponentProps, ComponentType, ReactNode } from "react";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { type FormAction, useForm } from "@/lib/ui/form/use-form";

export type TextField<Name extends string> = {
  name: Name;
  label: string;
  type: "text" | "email" | "password";
  autoComplete: string;
  hint?: string;
};

/** A form of text fields and one button, as most forms are. `children` are sent as hidden inputs. */
export function SimpleForm<Name extends string>({
  action,
  name: formName,
  fields,
  values = {},
  submit,
  pending,
  className,
  above,
  children,
  Password = "input",
}: {
  action: FormAction<Name, undefined>;
  /** Identifies the form on its page. */
  name: string;
  fields: TextField<Name>[];
  /** What the fields show at first. */
  values?: Partial<Record<Name, string>>;
  submit: string;
  pending: string;
  /** Of the button. */
  className?: string;
  /** Shown before the fields. */
  above?: ReactNode;
  children?: ReactNode;
  /** How a password is typed: `PasswordForm` says it, so that other forms do not load it. */
  Password?: ComponentType<ComponentProps<"input">> | "input";
}) {
  const form = useForm(action, { values, errors: {} }, formName);
  const { state } = form;
  return (
    <ServerForm sent={form} className="grid gap-5">
      {above}
      {fields.map(({ name, label, type, autoComplete, hint }) => (
        <Field key={name} name={name} label={label} hint={hint} error={state.errors[name]}>
          {(control) => {
            const input = {
              ...control,
              autoComplete,
              autoCapitalize: type === "text" ? undefined : "none",
              spellCheck: false,
              defaultValue: state.values[name] ?? "",
            };
            return type === "password" ? (
              <Password {...input} />
            ) : (
              <input {...input} type={type} className="input" />
            );
          }}
        </Field>
      ))}
      {children}
      <SubmitButton pending={pending} {...(className && { className })}>
        {submit}
      </SubmitButton>
    </ServerForm>
  );
}
