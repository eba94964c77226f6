"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { FormState } from "@/lib/core/form-state";
import type { NewLink } from "@/lib/domain/payment-links/schema";
import {
  type Draft,
  deleteDraft,
  draftKey,
  findDraft,
  saveBegunForms,
  saveDraft,
  typedValues,
} from "@/lib/ui/form/drafts";
import { useFormContext } from "@/lib/ui/form/form-context";
import { isAnswer, isRedirect, isSignInRedirect, unansweredBy } from "@/lib/ui/form/unanswered";
import type { Trouble } from "@/lib/ui/form/use-send";

type Action<Field extends string, Extra> = (
  previous: FormState<Field, Extra>,
  formData: FormData,
) => Promise<FormState<Field, Extra>>;

/** Pages that a button of this tab was pressed on. The router keeps them, with the intents that were used up. */
const pressed = new Set<string>();

export function wasPressed(pageId: string): boolean {
  return pressed.has(pageId);
}

/** The name of the form that is typed into. The buttons beside it leave it as it is. */
export const linkFormName = "new-link";

/**
 * Sends a form by script, without the transition that other forms are sent in: nobody has to wait for the answer before
 * they leave the page. `submitting` is what is on its way: its link card is shown from the press on.
 */
export function useSubmitting(pageId: string) {
  const { personId } = useFormContext();
  const path = usePathname();
  const key = draftKey(path, linkFormName);
  const linkForm = useRef<HTMLFormElement>(null);
  const [submitting, setSubmitting] = useState<{ link: NewLink | null } | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [fatal, setFatal] = useState<unknown>(null);
  // What the portal answers to everybody, such as "not found", is its pages' to show.
  if (fatal) throw fatal;

  useEffect(() => {
    const found = findDraft(key, personId);
    setDraft(found);
    setTrouble(found && { why: found.isSignedOut ? "signedOut" : "restored" });
  }, [key, personId]);

  async function make<Field extends string, Extra>({
    action,
    state,
    formData,
    link,
    onRefused,
  }: {
    action: Action<Field, Extra>;
    state: FormState<Field, Extra>;
    formData: FormData;
    /** What the link card shows; null when the server has to say what is wrong. */
    link: NewLink | null;
    onRefused: (state: FormState<Field, Extra>) => void;
  }): Promise<void> {
    if (submitting) return;
    const values = linkForm.current ? typedValues(linkForm.current) : {};
    pressed.add(pageId);
    setSubmitting({ link });
    try {
      onRefused(await action(state, formData));
      setTrouble(null);
      deleteDraft(key);
    } catch (error) {
      if (isSignInRedirect(error)) saveBegunForms(path, personId);
      if (isAnswer(error) && !isSignInRedirect(error)) deleteDraft(key);
      // Made: the link's page is about to take the place of the link card.
      if (isRedirect(error)) return;
      if (isAnswer(error)) return setFatal(error);
      // Nobody can tell whether it arrived. The same intent again makes nothing twice, so it is kept with the rest.
      saveDraft(key, { personId, isSignedOut: false, values });
      setTrouble({ why: unansweredBy(error, formData) });
    }
    pressed.delete(pageId);
    setSubmitting(null);
  }

  return { submitting, make, linkForm, draft, trouble };
}
