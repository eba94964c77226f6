"use client";

import { useActionState, useEffect, useRef } from "react";
import type { FormState } from "@/lib/form-state";

export type FormAction<Field extends string, Extra> = (
  previous: FormState<Field, Extra>,
  formData: FormData,
) => Promise<FormState<Field, Extra>>;

/** A server action's form: its state, and the first thing that was refused focused after an answer. */
export function useForm<Field extends string, Extra>(
  action: FormAction<Field, Extra>,
  initial: FormState<Field, Extra>,
) {
  const [state, send] = useActionState(action, initial);
  const form = useRef<HTMLFormElement>(null);
  const { errors } = state;
  useEffect(() => {
    // Each answer brings new errors, none of them before the first.
    if (errors) form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
  }, [errors]);
  return { state, send, form };
}
