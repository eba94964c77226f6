"use client";

import type { FormState } from "@/lib/form-state";
import type { TemplateField } from "@/lib/link-templates/schema";
import { ActionButton } from "@/lib/ui/form/action-button";
import { dropTemplate } from "./actions";
import { TemplateForm, type TemplateWords } from "./template-form";

/** A template, and, folded away, all that can be changed about it. */
export function TemplateRow({
  id,
  name,
  amount,
  description,
  initial,
  locale,
  words,
}: {
  id: string;
  name: string;
  /** As the reader writes it, with its currency. */
  amount: string;
  description: string;
  initial: FormState<TemplateField, { readings: number[] }>;
  locale: string;
  words: TemplateWords & Record<"change" | "remove", string>;
}) {
  return (
    <li className="py-3">
      <div className="flex items-center justify-between gap-4">
        <span className="grid min-w-0">
          <span dir="auto" className="truncate font-bold">
            {name}
          </span>
          <span dir="auto" className="truncate text-small text-muted">
            {description}
          </span>
        </span>
        <span className="shrink-0 tabular-nums">{amount}</span>
      </div>
      <details>
        <summary className="link touch text-small">{words.change}</summary>
        <div className="grid gap-4 py-3">
          <TemplateForm initial={initial} locale={locale} idSuffix={`-${id}`} words={words} />
          <ActionButton
            action={dropTemplate}
            fields={{ templateId: id }}
            pending={words.pending}
            className="button-quiet text-danger"
          >
            {words.remove}
          </ActionButton>
        </div>
      </details>
    </li>
  );
}
