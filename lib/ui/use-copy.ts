import { useState } from "react";

const shownMs = 2_500;

/** Sentences for after the press: it is copied, or how to copy it by hand. */
export type CopyLabels = { copied: string; byHand: string };

/** Copies texts, and for a moment has what to say about it. `copy` answers whether it was allowed to. */
export function useCopy({ copied, byHand }: CopyLabels) {
  const [said, setSaid] = useState<string | null>(null);
  async function copy(text: string): Promise<boolean> {
    // Browsers offer the clipboard on https and localhost only.
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
