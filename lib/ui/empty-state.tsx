import type { ReactNode } from "react";

/** Shown when there is nothing to show: why, and what to do next. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-2 border-t border-line pt-6">
      <h2 className="text-title">{title}</h2>
      <p className="max-w-prose text-muted">{text}</p>
      {children && <div className="mt-3 flex flex-wrap gap-3">{children}</div>}
    </div>
  );
}
