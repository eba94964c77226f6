"use client";

import type { LinkFormExtra } from "@/lib/domain/payment-links/schema";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { PageLink } from "@/lib/ui/page-link";

export type Duplicate = NonNullable<LinkFormExtra["nearDuplicate"]>;

/** Says who created the same link just now. The buttons for it are in the place of the create button. */
export function NearDuplicate({ text }: Pick<Duplicate, "text">) {
  return (
    <div
      role="alert"
      tabIndex={-1}
      data-question="duplicate"
      className="rounded-box border-2 border-caution bg-surface px-4 py-3 font-bold"
    >
      <IsolatedText>{text}</IsolatedText>
    </div>
  );
}

/** A button to open that link is in the place of the create button, so that a second press in a hurry creates nothing. */
export function NearDuplicateButtons({
  id,
  path,
  isPending,
  labels,
}: Pick<Duplicate, "id" | "path"> & {
  isPending: boolean;
  labels: Record<"pending" | "useEarlier" | "createAnyway", string>;
}) {
  return (
    <div className={`grid gap-2 ${path ? "squat:grid-cols-2" : ""}`}>
      {/* Enter asks again and does not create a link unseen. */}
      <button type="submit" hidden />
      <button
        type="submit"
        name="duplicateOf"
        value={id}
        aria-disabled={isPending}
        className="button button-quiet px-2 leading-tight squat:text-small"
      >
        {isPending ? labels.pending : labels.createAnyway}
      </button>
      {path && (
        <PageLink href={path} className="button button-primary px-2 leading-tight squat:text-small">
          {labels.useEarlier}
        </PageLink>
      )}
    </div>
  );
}
