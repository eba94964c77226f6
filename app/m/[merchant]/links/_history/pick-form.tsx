"use client";

import { type ReactNode, useEffect, useRef } from "react";

export type PickLabels = Record<"chosen" | "all" | "none" | PickUse, string> & {
  /** What this person may do with the links they choose. */
  may: PickUse[];
};

export type PickUse = "paid" | "tag" | "export" | "print" | "share";

/**
 * The ids of the links that are chosen, and the address that they are sent to: another business has its own. A link that is
 * opened meanwhile draws the list anew, as does its next page, and they stay.
 */
let chosen = { at: "", ids: [] as string[] };

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
  useEffect(() => {
    const { at, ids } = chosen;
    if (at === action && ids.length > 0)
      void import("./pick-links").then(({ restore }) => restore(form.current, ids));
  });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key that presses one of them is a click too.
    <form
      ref={form}
      action={action}
      className="picking @container"
      onClick={({ currentTarget, target, shiftKey }) => {
        if (target instanceof HTMLElement && target.matches(".pick, [data-all], [type=reset]"))
          void import("./pick-links").then(({ pickLinks }) => {
            const before = chosen.at === action ? chosen.ids : [];
            const ids = pickLinks(currentTarget, target, { isRange: shiftKey, before });
            chosen = { at: action, ids };
          });
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
