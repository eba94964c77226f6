"use client";

import type { InviteFormExtra } from "@/lib/invitations/schema";
import { CopyButton } from "@/lib/ui/copy-button";

export type SentWords = Record<"copy" | "copied" | "copyByHand", string>;

/** What came of an invitation: that it was mailed, or the link to pass on, shown this once. */
export function SentLink({ sent, words }: { sent: InviteFormExtra | undefined; words: SentWords }) {
  if (!sent) return null;
  return (
    <div role="status" className="grid gap-3 rounded-box border border-line bg-surface p-4">
      <p className="font-bold wrap-anywhere">{sent.text}</p>
      {sent.link && (
        <>
          <p className="font-mono text-small break-all select-all">{sent.link}</p>
          <CopyButton
            text={sent.link}
            label={words.copy}
            words={{ copied: words.copied, byHand: words.copyByHand }}
          />
        </>
      )}
    </div>
  );
}
