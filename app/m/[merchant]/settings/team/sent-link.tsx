"use client";

import type { InviteFormExtra } from "@/lib/domain/invitations/schema";
import { CopyButton } from "@/lib/ui/copy-button";

export type SentLabels = Record<"copy" | "copied" | "copyByHand", string>;

/** The result of an invitation: that it was emailed, or the link to pass on, which is shown only once. */
export function SentLink({ sent, labels }: { sent: InviteFormExtra | undefined; labels: SentLabels }) {
  if (!sent) return null;
  return (
    <div role="status" className="grid gap-3 rounded-box border border-line bg-surface p-4">
      <p className="font-bold wrap-anywhere">{sent.text}</p>
      {sent.link && (
        <>
          <p className="font-mono text-small break-all select-all">{sent.link}</p>
          <CopyButton
            text={sent.link}
            label={labels.copy}
            labels={{ copied: labels.copied, byHand: labels.copyByHand }}
          />
        </>
      )}
    </div>
  );
}
