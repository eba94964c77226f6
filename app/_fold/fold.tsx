import type { ReactNode } from "react";
import { formShownAgain } from "@/lib/web/refused-form";

/**
 * Something that is folded away. Without scripts it is open where one of its forms is shown again with an error; with
 * them it stays as the person has it.
 */
export async function Fold({
  forms,
  className,
  children,
}: {
  /** The names of the forms inside. */
  forms: string[];
  className?: string;
  children: ReactNode;
}) {
  const name = await formShownAgain();
  return (
    <details open={(name !== null && forms.includes(name)) || undefined} className={className}>
      {children}
    </details>
  );
}
