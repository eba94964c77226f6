"use client";

import { type FormEvent, type ReactNode, useEffect } from "react";
import { deleteAllDrafts } from "@/lib/ui/form/drafts";
import { ServerForm } from "@/lib/ui/form/server-form";
import { useSend } from "@/lib/ui/form/use-send";

/** Buttons whose action has nothing to answer but the next page. Their press is not lost either. */
export function PlainForm({
  action,
  name,
  className,
  endsSession = false,
  children,
}: {
  action: (formData: FormData) => Promise<void>;
  /** Tells the forms of a page apart. */
  name: string;
  className?: string;
  /** Nothing that was typed in this tab stays in it. */
  endsSession?: boolean;
  children: ReactNode;
}) {
  const { submit, form, trouble } = useSend(name);
  useEffect(() => {
    if (trouble) form.current?.querySelector<HTMLElement>("[role=alert]")?.focus();
  }, [trouble, form]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (endsSession) deleteAllDrafts();
    submit(event, async (formData) => {
      await action(formData);
      return () => {};
    });
  };
  return (
    <ServerForm
      sent={{ form, send: action, onSubmit, name, error: undefined, trouble }}
      {...(className && { className })}
    >
      {children}
    </ServerForm>
  );
}
