"use client";

/** A choice of yes or no, with what it means below. */
export function CheckBox({
  name,
  label,
  hint,
  isChecked,
}: {
  name: string;
  label: string;
  hint: string;
  isChecked: boolean;
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
          aria-describedby={`${name}-hint`}
          className="size-5 shrink-0 accent-accent"
        />
        {label}
      </label>
      <p id={`${name}-hint`} className="pl-8 text-small text-muted">
        {hint}
      </p>
    </div>
  );
}
