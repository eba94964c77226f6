import type { ReactNode } from "react";

/** A small label above a field of a filter. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="grid min-w-0 grid-cols-1 gap-1 text-small font-bold">
      {label}
      {children}
    </label>
  );
}
