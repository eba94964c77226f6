"use client";

import { startTransition, useActionState, useState } from "react";
import type { NumberFormExtra } from "@/app/m/[merchant]/links/[linkId]/actions";
import type { FormState } from "@/lib/core/form-state";
import { isAnswer, refusalIn, unansweredBy } from "@/lib/ui/form/unanswered";
import type { FormAction } from "@/lib/ui/form/use-form";
import { useTrouble } from "@/lib/ui/form/use-trouble";

export type NumberField = "linkId" | "number" | "by" | "keep";

/** Stores a customer's number beside what the page does. Without an answer the page stays as it is, and says why. */
export function useStoredNumber(action: FormAction<NumberField, NumberFormExtra>) {
  const [served, send] = useActionState<FormState<NumberField, NumberFormExtra>, FormData>(action, {
    values: {},
    errors: {},
  });
  const [answered, setAnswered] = useState<typeof served | null>(null);
  const [trouble, setTrouble] = useTrouble();
  const state = answered ?? served;
  const store = (formData: FormData) =>
    startTransition(async () => {
      try {
        const answer = await action(state, formData);
        setTrouble(null);
        setAnswered(answer);
      } catch (failure) {
        if (isAnswer(failure)) throw failure;
        setTrouble({ why: unansweredBy(failure, formData), sentence: refusalIn(failure) });
      }
    });
  return {
    state,
    /** Submits the form where no scripts run. */
    send,
    store,
    trouble,
  };
}
