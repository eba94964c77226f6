"use client";

import { IsolatedText } from "@/lib/ui/isolated-text";

/** Who made the same link just now. What can be done about it is where the button was that asked. */
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
