"use client";

import { type RefObject, useActionState, useEffect, useMemo, useRef, useState } from "react";
import type { FormState } from "@/lib/core/form-state";
import { useOfflineSentence } from "@/lib/ui/form/offline-sentence";

export type FormAction<Field extends string, Extra> = (
  previous: FormState<Field, Extra>,
  formData: FormData,
) => Promise<FormState<Field, Extra>>;

/**
 * A server action's form: its state, and the first thing that was refused focused after an answer. Offline it is not
 * sent, says so, and keeps what was typed.
 */
export function useForm<Field extends string, Extra>(
  action: FormAction<Field, Extra>,
  initial: FormState<Field, Extra>,
) {
  const [answered, send] = useActionState(action, initial);
  const form = useRef<HTMLFormElement>(null);
  const isHeldBack = useHoldBackOffline(form);
  const sentence = useOfflineSentence();
  const state = useMemo(
    () => (isHeldBack ? { ...answered, errors: { form: sentence } as typeof answered.errors } : answered),
    [isHeldBack, sentence, answered],
  );
  const { errors } = state;
  useEffect(() => {
    // Each answer brings new errors, none of them before the first.
    if (errors) form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
  }, [errors]);
  return { state, send, form };
}

/** Whether the last press came to nothing for want of a connection. React does not run the action of such a press. */
function useHoldBackOffline(form: RefObject<HTMLFormElement | null>): boolean {
  const [isHeldBack, setHeldBack] = useState(false);
  useEffect(() => {
    const element = form.current;
    const onSubmit = (event: SubmitEvent) => {
      if (!navigator.onLine) event.preventDefault();
      setHeldBack(!navigator.onLine);
    };
    element?.addEventListener("submit", onSubmit);
    return () => element?.removeEventListener("submit", onSubmit);
  });
  return isHeldBack;
}
