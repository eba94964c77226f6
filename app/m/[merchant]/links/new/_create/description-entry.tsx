"use client";

import type { ExpiryField } from "@/lib/core/link-expiry";
import { FieldError } from "@/lib/ui/form/field";
import type { ExpiryLabels } from "@/lib/ui/link-fields/expiry-options";
import { ExpiryDay, ExpirySelect } from "./expiry-entry";

/** The description, with frequent ones to choose from: one tap fills it in. */
export function DescriptionEntry({
  value,
  usual,
  error,
  labels,
  expiry,
}: {
  value: string;
  usual: string[];
  error: string | undefined;
  labels: Record<"description" | "placeholder" | "usual", string> & { expiry: ExpiryLabels };
  expiry: Record<ExpiryField, string> & { error: string | undefined };
}) {
  return (
    <div className="group/about about grid grid-cols-1 gap-2">
      <div className="flex items-center rounded-box border border-edge bg-surface focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-ink has-aria-invalid:border-2 has-aria-invalid:border-danger">
        <label htmlFor="description" className="shrink-0 pl-4 text-small font-bold">
          {labels.description}
        </label>
        <input
          id="description"
          name="description"
          autoComplete="off"
          enterKeyHint="done"
          dir="auto"
          placeholder={labels.placeholder}
          defaultValue={value}
          onFocus={({ currentTarget }) => currentTarget.select()}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "description-error" : undefined}
          className="min-h-12 squat:min-h-11 w-full min-w-0 bg-transparent px-3 outline-none placeholder:text-muted placeholder:opacity-100"
        />
        <ExpirySelect selected={expiry.expiry} labels={labels.expiry} />
      </div>
      <FieldError id="description-error" error={error} />
      <ExpiryDay value={expiry.expiryDay} error={expiry.error} label={labels.expiry.lastDay} />
      {usual.length > 0 && (
        <ul
          aria-label={labels.usual}
          className="usual strip noscript:hidden group-has-[[value=date]:checked]/about:hidden"
        >
          {usual.map((description) => (
            <li key={description} className="shrink-0">
              <button
                type="button"
                // The field keeps its focus, so that the keyboard stays as it is.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => fillIn(description)}
                className="min-h-11 max-w-56 truncate rounded-full border border-line bg-surface px-4 text-small"
              >
                <bdi>{description}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function fillIn(description: string): void {
  const field = document.querySelector<HTMLInputElement>("#description");
  if (!field) return;
  field.value = description;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
