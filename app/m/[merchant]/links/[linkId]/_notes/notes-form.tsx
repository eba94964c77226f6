"use client";

import { useRef } from "react";
import type { NotesField } from "@/lib/domain/payment-links/notes/schema";
import { Field } from "@/lib/ui/form/field";
import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { type FormAction, useForm } from "@/lib/ui/form/use-form";

type FormField = NotesField | "linkId" | "drawn" | "search";

export type NotesLabels = Record<
  NotesField | "open" | "tagsHint" | "addTag" | "phoneHint" | "referenceHint" | "private" | "save" | "saving",
  string
>;

/** What the team writes about a link, folded away until somebody wants to change it or has something to correct. */
export function NotesForm({
  action,
  values: initial,
  usedTags,
  labels,
}: {
  action: FormAction<FormField, undefined>;
  values: Record<FormField, string>;
  /** The tags that the merchant uses most. */
  usedTags: string[];
  labels: NotesLabels;
}) {
  const form = useForm(action, { values: initial, errors: {} }, "notes");
  const { values, errors } = form.state;
  const tags = useRef<HTMLInputElement>(null);
  const hidden = (["linkId", "drawn", "search"] as const).map((name) => (
    <input key={name} type="hidden" name={name} value={values[name] ?? ""} />
  ));
  const line = (name: NotesField, hint: string | undefined, type: "text" | "tel" = "text") => (
    <Field name={name} label={labels[name]} hint={hint} error={errors[name]}>
      {(control) => (
        <input
          {...control}
          {...(name === "tags" && { ref: tags })}
          type={type}
          autoComplete="off"
          dir={type === "tel" ? "ltr" : "auto"}
          defaultValue={values[name] ?? ""}
          className="input"
        />
      )}
    </Field>
  );
  return (
    <details open={form.isShownAgain || undefined}>
      <summary className="fold link">{labels.open}</summary>
      <ServerForm sent={form} className="grid gap-4 pt-2 pb-4">
        {hidden}
        <Field name="note" label={labels.note} hint={labels.private} error={errors.note}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              dir="auto"
              defaultValue={values.note ?? ""}
              className="input h-auto py-3"
            />
          )}
        </Field>
        <div className="grid gap-1">
          {line("tags", labels.tagsHint)}
          {usedTags.length > 0 && (
            <div className="flex flex-wrap gap-x-4 noscript:hidden">
              {usedTags.map((tag) => (
                <button
                  key={tag}
                  type="button"
                  aria-label={labels.addTag.replace("{tag}", tag)}
                  onClick={() => tags.current && appendTag(tags.current, tag)}
                  className="link touch text-small"
                >
                  <bdi>{tag}</bdi>
                </button>
              ))}
            </div>
          )}
        </div>
        {line("customerName", undefined)}
        {line("customerPhone", labels.phoneHint, "tel")}
        {line("customerReference", labels.referenceHint)}
        <SubmitButton pending={labels.saving} className="button-quiet">
          {labels.save}
        </SubmitButton>
      </ServerForm>
    </details>
  );
}

/** Adds a tag to those that are typed, unless it is among them. */
function appendTag(input: HTMLInputElement, tag: string): void {
  const typed = input.value.split(",").map((text) => text.trim());
  if (!typed.includes(tag)) input.value = [...typed.filter(Boolean), tag].join(", ");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
