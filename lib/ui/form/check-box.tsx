"use client";

import { FieldError } from "@/lib/ui/form/field";

/** A checkbox, with an explanation below. */
export function CheckBox({
  name,
  label,
  hint,
  isChecked,
  error,
}: {
  name: string;
  label: string;
  hint: string;
  isChecked: boolean;
  error?: string | undefined;
}) {
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3 font-bold">
        <input
          key={String(isChecked)}
          type="checkbox"
          name={name}
          value="on"
          defaultChecked={isChecked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error ${name}-hint` : `${name}-hint`}
          className="size-5 shrink-0 accent-accent"
        />
        {label}
      </label>
      <FieldError id={`${name}-error`} error={error} />
      <p id={`${name}-hint`} className="pl-8 text-small text-muted">
        {hint}
      </p>
    </div>
  );
}
