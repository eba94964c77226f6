"use client";

import { type FormEvent, type RefObject, useActionState, useEffect, useMemo, useState } from "react";
import type { FormState } from "@/lib/core/form-state";
import { useFormContext } from "@/lib/ui/form/form-context";
import { useAnswerFocus } from "@/lib/ui/form/use-answer-focus";
import { useCorrected } from "@/lib/ui/form/use-corrected";
import { useSend } from "@/lib/ui/form/use-send";
import type { Trouble } from "@/lib/ui/form/use-trouble";

export type FormAction<Field extends string, Extra> = (
  previous: FormState<Field, Extra>,
  formData: FormData,
) => Promise<FormState<Field, Extra>>;

/** What `ServerForm` needs to know about a form. */
export type SentForm = {
  form: RefObject<HTMLFormElement | null>;
  /** Submits it where no scripts run. */
  send: (formData: FormData) => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onInput: (event: FormEvent) => void;
  name: string;
  /** An error about the form as a whole. */
  error: string | undefined;
  trouble: Trouble | null;
};

/**
 * The state of a server action's form. After an answer the first error gets the focus. Without an answer it says why,
 * and keeps what was typed.
 * @param name identifies the form on its page, also after a reload.
 */
export function useForm<Field extends string, Extra>(
  action: FormAction<Field, Extra>,
  initial: FormState<Field, Extra>,
  name: string,
): SentForm & {
  state: FormState<Field, Extra>;
  /** The last answer was errors, or there was none: what it is folded away in is open, also while they are corrected. */
  isShownAgain: boolean;
} {
  const { kept } = useFormContext();
  const begun = { ...initial };
  if (kept?.form === name) {
    begun.values = { ...initial.values, ...kept.values };
    begun.errors = { ...initial.errors };
    begun.errors.form = kept.sentence;
  }
  const [served, send] = useActionState(action, begun);
  const [answered, setAnswered] = useState<FormState<Field, Extra> | null>(null);
  const { submit, form, draft, trouble } = useSend(name);
  const state = useMemo((): FormState<Field, Extra> => {
    const { values, errors, ...rest } = answered ?? served;
    const typed = draft && !answered ? { ...values, ...draft.values } : values;
    return { ...rest, values: typed, errors: trouble ? {} : errors };
  }, [answered, served, draft, trouble]);
  const { errors } = state;
  const { left, onInput } = useCorrected(errors);
  // Each answer has a new object of errors; there is none before the first answer.
  useAnswerFocus(form, errors);
  useEffect(() => {
    // A field that is already on the page keeps its value when its default changes; a reset shows the draft.
    if (draft) form.current?.reset();
  }, [draft, form]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) =>
    submit(event, async (formData) => {
      const answer = await action(state, formData);
      return () => setAnswered(answer);
    });
  return {
    ...{ send, form, onSubmit, onInput, name, trouble },
    state: { ...state, errors: left },
    error: left.form,
    isShownAgain: trouble !== null || Object.keys(errors).length > 0,
  };
}
