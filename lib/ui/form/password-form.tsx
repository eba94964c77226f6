"use client";

import type { ComponentProps } from "react";
import { PasswordInput } from "@/lib/ui/form/password-input";
import { SimpleForm } from "@/lib/ui/form/simple-form";

/** A simple form in which something is secret. */
export function PasswordForm<Name extends string>(props: ComponentProps<typeof SimpleForm<Name>>) {
  return <SimpleForm {...props} Password={PasswordInput} />;
}
