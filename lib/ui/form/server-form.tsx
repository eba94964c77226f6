"use client";

import type { FormEvent, ReactNode } from "react";
import { useFormContext } from "@/lib/ui/form/form-context";
import { FormError } from "@/lib/ui/form/form-error";
import type { SentForm } from "@/lib/ui/form/use-form";

/** The `form` element of every form that is sent to the portal, and above its fields what went wrong. */
export function ServerForm({
  sent: { form, send, onSubmit, error, trouble },
  className,
  check,
  children,
}: {
  sent: SentForm;
  className?: string;
  /** Looks at what is about to be sent, and may prevent it. */
  check?: (event: FormEvent<HTMLFormElement>) => void;
  children: ReactNode;
}) {
  const { labels } = useFormContext();
  return (
    <form
      ref={form}
      action={send}
      onSubmit={(event) => {
        check?.(event);
        onSubmit(event);
      }}
      className={className}
      noValidate
    >
      <FormError error={trouble ? labels[trouble.why] : error} />
      {trouble?.why === "stalePage" && (
        <button type="button" onClick={() => window.location.reload()} className="button button-quiet">
          {labels.reload}
        </button>
      )}
      {children}
    </form>
  );
}
