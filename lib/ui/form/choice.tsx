"use client";

import { Field } from "@/lib/ui/form/field";

export type Option = { value: string; label: string };

/** A list to choose one of. */
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
        // A form that was sent is reset to its defaults, and a select forgets its own: a new key makes a new one.
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
