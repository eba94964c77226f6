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
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-3">
      <input
        key={String(isChecked)}
        type="checkbox"
        id={name}
        name={name}
        value="on"
        defaultChecked={isChecked}
        aria-describedby={`${name}-hint`}
        className="mt-3 size-5 accent-accent"
      />
      <label htmlFor={name} className="flex min-h-11 items-center font-bold">
        {label}
      </label>
      <p id={`${name}-hint`} className="col-start-2 text-small text-muted">
        {hint}
      </p>
    </div>
  );
}
