"use client";

import { type FormEvent, useState } from "react";

type Answer = { errors: object };

/**
 * Removes the errors of fields that were changed since the answer, because they may no longer be true. A field that
 * also decides about others' errors names those in its `data-corrects`.
 */
export function useCorrected<Errors extends object>(errors: Errors) {
  const [since, setSince] = useState<Answer & { names: readonly string[] }>({ errors, names: [] });
  const names = since.errors === errors ? since.names : [];
  return {
    hasChanged: names.length > 0,
    /** The errors that remain. */
    left: names.length === 0 ? errors : (omit(errors, names) as Errors),
    onInput: ({ target }: FormEvent) => {
      if (!isField(target)) return;
      const corrected = [target.name, ...(target.dataset.corrects?.split(" ") ?? [])];
      if (!corrected.every((name) => names.includes(name)))
        setSince({ errors, names: [...names, ...corrected] });
    },
  };
}

function isField(target: EventTarget): target is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  return [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement].some((kind) => target instanceof kind);
}

function omit(errors: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)));
}
