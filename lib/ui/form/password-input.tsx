"use client";

import { type ComponentProps, useState, useSyncExternalStore } from "react";
import { secretAttribute } from "@/lib/ui/form/drafts";
import { useFormContext } from "@/lib/ui/form/form-context";

/** A field for a password, which can be shown while it is typed. Without scripts there is no button for that. */
export function PasswordInput(control: ComponentProps<"input">) {
  const { labels } = useFormContext();
  const [isShown, setIsShown] = useState(false);
  const runsScripts = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  return (
    <div className="relative">
      <input
        {...control}
        {...{ [secretAttribute]: "" }}
        type={isShown ? "text" : "password"}
        className={`input ${runsScripts ? "pr-24" : ""}`}
      />
      {runsScripts && (
        <button
          type="button"
          aria-controls={control.id}
          onClick={() => setIsShown(!isShown)}
          className="link touch absolute inset-y-0 right-3 text-small"
        >
          {isShown ? labels.hide : labels.show}
        </button>
      )}
    </div>
  );
}

function subscribe(): () => void {
  return () => {};
}
