"use client";

import { IsolatedText } from "@/lib/ui/isolated-text";

/** Says who created the same link just now. The buttons for it are in the place of the create button. */
export function NearDuplicate({ text }: { text: string }) {
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
