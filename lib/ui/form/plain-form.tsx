"use client";

import type { FormEvent, ReactNode } from "react";
import { deleteAllDrafts } from "@/lib/ui/form/drafts";
import { ServerForm } from "@/lib/ui/form/server-form";
import { confirmLoss } from "@/lib/ui/form/unanswered-sentences";
import { useAnswerFocus } from "@/lib/ui/form/use-answer-focus";
import { useSend } from "@/lib/ui/form/use-send";
import { endOwner, hasOpenDrafts } from "@/lib/ui/marks/marks";

/** A form of buttons whose action answers only with the next page. It too reports when there was no answer. */
export function PlainForm({
  action,
  name,
  className,
  endsSession = false,
  losesDrafts = false,
  children,
}: {
  action: (formData: FormData) => Promise<void>;
  /** Identifies the form on its page. */
  name: string;
  className?: string;
  /** Whether everything that was typed in this tab is deleted. */
  endsSession?: boolean;
  /** Whether people are asked before that, where drafts of links in this browser would be lost. */
  losesDrafts?: boolean;
  children: ReactNode;
}) {
  const { submit, form, trouble } = useSend(name);
  useAnswerFocus(form, trouble);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (endsSession) {
      if (losesDrafts && hasOpenDrafts() && !confirmLoss()) return event.preventDefault();
      deleteAllDrafts();
      endOwner();
    }
    submit(event, async (formData) => {
      await action(formData);
      return () => {};
    });
  };
  return (
    <ServerForm
      sent={{ form, send: action, onSubmit, onInput: () => {}, name, error: undefined, trouble }}
      {...(className && { className })}
    >
      {children}
    </ServerForm>
  );
}
