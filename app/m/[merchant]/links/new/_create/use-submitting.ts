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
import { findDetour, isAnswer, isRedirect, refusalIn, unansweredBy } from "@/lib/ui/form/unanswered";
import { useTrouble } from "@/lib/ui/form/use-trouble";
import { linkFormName } from "./link-form-name";
import { findLater, loadLater } from "./use-later";

type Action<Field extends string, Extra> = (
  previous: FormState<Field, Extra>,
  formData: FormData,
) => Promise<FormState<Field, Extra>>;

/** Without a link when the server has to report an error. */
type Card = { link: NewLink | null };

/** Pages of this tab from which a form was submitted. The router caches them, with intents that were used. */
const pressed = new Set<string>();

export function wasPressed(pageId: string): boolean {
  return pressed.has(pageId);
}

/** An answer that has come is shown soon, whatever has become of the rest of the page. */
const patienceMs = 3_000;

/**
 * Submits a form with a script, but not in a transition as other forms are: the person can leave the page before there
 * is an answer. `submitting` is the link whose card is shown meanwhile.
 */
export function useSubmitting(pageId: string) {
  const { personId } = useFormContext();
  const path = usePathname();
  const key = draftKey(path, linkFormName);
  const linkForm = useRef<HTMLFormElement>(null);
  const [submitting, setSubmitting] = useState<Card | null>(null);
  const [trouble, setTrouble] = useTrouble();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [fatal, setFatal] = useState<unknown>(null);
  // Answers that are the same for everybody, such as "not found", are shown by the portal's own pages.
  if (fatal) throw fatal;

  useEffect(() => {
    const found = findDraft(key, personId);
    setDraft(found);
    setTrouble(found && { why: found.why });
  }, [key, personId, setTrouble]);

  /** Answers whether the portal answered. */
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
    /** The content of the link card, where the form does not say it. */
    link?: NewLink;
    onRefused: (state: FormState<Field, Extra>) => void;
  }): Promise<boolean> {
    if (submitting) return false;
    const values = linkForm.current ? typedValues(linkForm.current) : {};
    let isAnswered = true;
    const toCard = () => ({ link: link ?? findLater()?.linkIn(formData) ?? null });
    const card = toCard();
    pressed.add(pageId);
    setSubmitting(card);
    void loadLater().then(() => setSubmitting((shown) => (shown === card && !card.link ? toCard() : shown)));
    try {
      const refused = await action(state, formData);
      // The answer may ask something.
      await Promise.race([loadLater(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
      onRefused(refused);
      setTrouble(null);
      deleteDraft(key);
    } catch (error) {
      const detour = findDetour(error);
      if (detour) saveBegunForms(path, personId, detour);
      else if (isAnswer(error)) deleteDraft(key);
      // It was created: the link's page is about to replace the link card.
      if (isRedirect(error)) return true;
      if (isAnswer(error)) {
        setFatal(error);
        return true;
      }
      isAnswered = false;
      // It is not known whether it arrived. The same intent again creates nothing twice, so it is stored with the
      // draft.
      saveDraft(key, { personId, why: "restored", values });
      setTrouble({ why: unansweredBy(error, formData), sentence: refusalIn(error) });
    }
    pressed.delete(pageId);
    setSubmitting(null);
    return isAnswered;
  }

  return { submitting, make, linkForm, draft, trouble };
}
