"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useState } from "react";
import type { FormState } from "@/lib/core/form-state";
import type { NewLink } from "@/lib/domain/payment-links/schema";

/** Sentences for when no answer comes: the page says them itself. */
export type NoAnswerLabels = Record<"offline" | "noAnswer" | "stalePage", string>;

type Action<Field extends string, Extra> = (
  previous: FormState<Field, Extra>,
  formData: FormData,
) => Promise<FormState<Field, Extra>>;

/** Pages that a button of this tab was pressed on. The router keeps them, with the intents that were used up. */
const pressed = new Set<string>();

export function wasPressed(pageId: string): boolean {
  return pressed.has(pageId);
}

/**
 * Sends a form by script, in place of React's own way. That waits for the answer before it lets anybody leave the page,
 * and loses the form when there is none. `making` is what is on its way: its link card is shown from the press on.
 */
export function useSubmitting(pageId: string, labels: NoAnswerLabels) {
  const [submitting, setSubmitting] = useState<{ link: NewLink | null } | null>(null);
  const [fatal, setFatal] = useState<unknown>(null);
  // What the portal answers to everybody, such as "not found", is its pages' to show.
  if (fatal) throw fatal;

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
    /** `isAnswered` is false when the portal's answer did not come. */
    onRefused: (state: FormState<Field, Extra>, isAnswered: boolean) => void;
  }): Promise<void> {
    if (submitting) return;
    pressed.add(pageId);
    setSubmitting({ link });
    try {
      onRefused(await action(state, formData), true);
    } catch (error) {
      // Made: the link's page is about to take the place of the link card.
      if (isDigest(error, "NEXT_REDIRECT")) return;
      if (isDigest(error, "NEXT_")) return setFatal(error);
      // Nobody can tell whether it arrived. The same intent again makes nothing twice.
      onRefused({ ...state, errors: { form: sentenceFor(error, labels) } as typeof state.errors }, false);
    }
    pressed.delete(pageId);
    setSubmitting(null);
  }

  return { submitting, make };
}

function isDigest(error: unknown, beginning: string): boolean {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" && digest.startsWith(beginning);
}

function sentenceFor(error: unknown, labels: NoAnswerLabels): string {
  if (unstable_isUnrecognizedActionError(error)) return labels.stalePage;
  return navigator.onLine ? labels.noAnswer : labels.offline;
}
