import { useState } from "react";

const shownMs = 2_500;

/** Sentences for after the press: that it was copied, or how to copy by hand. */
export type CopyLabels = { copied: string; byHand: string };

/** Copies a text and holds the message to show for a moment. `copy` answers whether the browser allowed it. */
export function useCopy({ copied, byHand }: CopyLabels) {
  const [said, setSaid] = useState<string | null>(null);
  async function copy(text: string): Promise<boolean> {
    // Browsers offer the clipboard only on https and localhost.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(isCopied ? copied : byHand);
    setTimeout(() => setSaid(null), shownMs);
    return isCopied ?? false;
  }
  return { said, copy };
}
