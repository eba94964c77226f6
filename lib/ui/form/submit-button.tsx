"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

/** Submits its form. While there is no answer it says so, and cannot be pressed again. */
export function SubmitButton({
  pending: pendingLabel,
  className = "button-primary",
  children,
}: {
  pending: string;
  className?: string;
  children: ReactNode;
}) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-disabled={pending}
      className={`button w-full ${className} aria-disabled:opacity-80`}
      onClick={onlyOnce(pending)}
    >
      <span aria-live="polite">{pending ? pendingLabel : children}</span>
    </button>
  );
}

// Not `disabled`, because that would remove the focus, and screen readers would no longer read the button.
function onlyOnce(pending: boolean) {
  return (event: { preventDefault: () => void }) => {
    if (pending) event.preventDefault();
  };
}
