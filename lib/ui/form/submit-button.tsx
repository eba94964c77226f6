"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

/** Sends its form. While that is under way it says so and takes no second press. */
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

// Not `disabled`: that would drop the keyboard's focus and the button's voice in a screen reader.
function onlyOnce(pending: boolean) {
  return (event: { preventDefault: () => void }) => {
    if (pending) event.preventDefault();
  };
}
