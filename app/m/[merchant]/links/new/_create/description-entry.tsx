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
    <div className="about">
      <div className="about-line">
        <label htmlFor="description">{labels.description}</label>
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
        />
        <ExpirySelect selected={expiry.expiry} labels={labels.expiry} />
      </div>
      <FieldError id="description-error" error={error} />
      <ExpiryDay value={expiry.expiryDay} error={expiry.error} label={labels.expiry.lastDay} />
      {usual.length > 0 && (
        <ul aria-label={labels.usual} className="usual strip">
          {usual.map((description) => (
            <li key={description} className="shrink-0">
              <button
                type="button"
                // The field keeps its focus, so that the keyboard stays as it is.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => fillIn(description)}
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
