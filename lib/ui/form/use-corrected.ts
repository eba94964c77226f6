"use client";

import { type FormEvent, useState } from "react";

type Answer = { errors: object };

/**
 * Which fields were changed since an answer: what it said about them no longer holds, and goes. A field that has a say in
 * what was wrong with others names them in its `data-corrects`.
 */
export function useCorrected<Errors extends object>(errors: Errors) {
  const [since, setSince] = useState<Answer & { names: readonly string[] }>({ errors, names: [] });
  const names = since.errors === errors ? since.names : [];
  return {
    hasChanged: names.length > 0,
    /** What is still to be put right. */
    left: names.length === 0 ? errors : (omit(errors, names) as Errors),
    onInput: ({ target }: FormEvent) => {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
      const corrected = [target.name, ...(target.dataset.corrects?.split(" ") ?? [])];
      if (!corrected.every((name) => names.includes(name)))
        setSince({ errors, names: [...names, ...corrected] });
    },
  };
}

function omit(errors: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)));
}
