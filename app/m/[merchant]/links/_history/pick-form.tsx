"use client";

import { type ReactNode, useEffect, useRef } from "react";

export type PickLabels = Record<"chosen" | "all" | "none" | PickUse, string> & {
  /** What this person may do with the links they choose. */
  may: PickUse[];
};

export type PickUse = "paid" | "tag" | "export" | "print" | "share";

/** Whether any link was chosen since this tab was opened; the script knows which. */
let isUsed = false;

/**
 * The form around a list in which links are chosen. Its buttons open the page about these; it shows them as soon as one
 * is chosen, and works without scripts. The script that chooses several at once is loaded with the first press.
 */
export function PickForm({
  action,
  labels,
  children,
}: {
  action: string;
  labels: PickLabels;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  // A link that is opened meanwhile draws the list anew, as does its next page, and what is chosen stays so.
  useEffect(() => {
    if (isUsed) void import("./pick-links").then(({ restore }) => restore(form.current));
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key that presses one of them is a click too.
    <form
      ref={form}
      action={action}
      className="picking @container"
      onClick={({ currentTarget, target, shiftKey }) => {
        if (target instanceof HTMLElement && target.matches(".pick, [data-all], [type=reset]")) {
          isUsed = true;
          void import("./pick-links").then(({ pickLinks }) => pickLinks(currentTarget, target, shiftKey));
        }
      }}
    >
      {children}
      <div className="pick-bar">
        <output className="font-bold noscript:hidden" data-label={labels.chosen} />
        {labels.may.map((what) => (
          <button key={what} type="submit" formAction={`${action}#${what}`} className="link touch">
            {labels[what]}
          </button>
        ))}
        <button type="button" data-all="" className="link touch noscript:hidden">
          {labels.all}
        </button>
        <button type="reset" className="link touch">
          {labels.none}
        </button>
      </div>
    </form>
  );
}
