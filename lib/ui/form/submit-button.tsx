"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";

/** Sends its form. While that is under way it says so and takes no second press. */
export function SubmitButton({
  pending: pendingLabel,
  slow,
  className = "button-primary",
  children,
}: {
  pending: string;
  /** Said below the button when the answer takes longer than a few seconds. */
  slow?: string;
  className?: string;
  children: ReactNode;
}) {
  const { pending } = useFormStatus();
  return (
    <>
      <button
        type="submit"
        aria-disabled={pending}
        className={`button w-full ${className} aria-disabled:opacity-80`}
        onClick={onlyOnce(pending)}
      >
        <span aria-live="polite">{pending ? pendingLabel : children}</span>
      </button>
      {pending && slow && <p className="appear-late text-center text-small text-muted">{slow}</p>}
    </>
  );
}

// Not `disabled`: that would drop the keyboard's focus and the button's voice in a screen reader.
function onlyOnce(pending: boolean) {
  return (event: { preventDefault: () => void }) => {
    if (pending) event.preventDefault();
  };
}
