"use client";

import { Field } from "@/lib/ui/form/field";

export type Option = { value: string; label: string };

/** A list to choose one option from. */
export function Choice({
  name,
  idSuffix,
  label,
  hint,
  error,
  options,
  selected,
}: {
  name: string;
  idSuffix?: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  options: Option[];
  selected: string;
}) {
  return (
    <Field name={name} label={label} hint={hint} error={error} {...(idSuffix && { idSuffix })}>
      {(control) => (
        // React resets a submitted form to its defaults, but a select keeps its first default: a new key creates a new
        // select.
        <select {...control} key={selected} defaultValue={selected} className="input">
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
