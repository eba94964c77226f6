"use client";

import { usePathname } from "next/navigation";
import { type FormEvent, startTransition, useEffect, useRef, useState, useTransition } from "react";
import { requestFormReset } from "react-dom";
import {
  type Draft,
  type DraftReason,
  deleteDraft,
  draftKey,
  findDraft,
  hasFields,
  saveBegunForms,
  saveDraft,
  typedValues,
} from "@/lib/ui/form/drafts";
import { useFormContext } from "@/lib/ui/form/form-context";
import { findDetour, isAnswer, refusalIn, type Unanswered, unansweredBy } from "@/lib/ui/form/unanswered";
import { useTrouble } from "@/lib/ui/form/use-trouble";

/**
 * Submits a form with a script. React's own way throws the page away when there is no answer. What was typed stays in
 * its fields, and is stored as a draft until there is an answer.
 * @param name identifies the form on its page.
 */
export function useSend(name: string) {
  const { personId } = useFormContext();
  const path = usePathname();
  const key = draftKey(path, name);
  const form = useRef<HTMLFormElement>(null);
  const [isPending, startSending] = useTransition();
  const [trouble, setTrouble] = useTrouble();
  const [draft, setDraft] = useState<Draft | null>(null);

  useEffect(() => {
    const found = findDraft(key, personId);
    setDraft(found);
    setTrouble(found && { why: found.why });
    // If the form is folded away, it is opened, so that the message can be seen.
    const folded = found && form.current?.closest("details");
    if (folded) folded.open = true;
  }, [key, personId, setTrouble]);

  /** `ask` submits the form and returns a function that applies the answer. It throws when there is no answer. */
  function submit(event: FormEvent<HTMLFormElement>, ask: (formData: FormData) => Promise<() => void>): void {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (isPending) return;
    const element = event.currentTarget;
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const formData = new FormData(element, submitter);
    const values = typedValues(element);
    const keep = (why: DraftReason) => {
      if (why !== "restored") saveBegunForms(path, personId, why);
      if (why !== "restored" || hasFields(element)) saveDraft(key, { personId, why, values });
    };
    startSending(async () => {
      try {
        const show = navigator.onLine ? await ask(formData) : null;
        if (!show) return giveUp("offline");
        deleteDraft(key);
        startTransition(() => {
          requestFormReset(element);
          setTrouble(null);
          show();
        });
      } catch (error) {
        if (!isAnswer(error)) return giveUp(unansweredBy(error, formData), refusalIn(error));
        const detour = findDetour(error);
        if (detour) keep(detour);
        else deleteDraft(key);
        throw error;
      }
    });

    function giveUp(why: Unanswered, sentence?: string): void {
      keep("restored");
      setTrouble({ why, sentence });
    }
  }

  return { form, isPending, submit, draft, trouble };
}
