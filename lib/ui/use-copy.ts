import { useSaid } from "@/lib/ui/use-said";

/** Sentences for after the press: that it was copied, or how to copy by hand. */
export type CopyLabels = { copied: string; byHand: string };

/** Copies a text and holds the message to show for a moment. `copy` answers whether the browser allowed it. */
export function useCopy({ copied, byHand }: CopyLabels) {
  const { said, say } = useSaid();
  async function copy(text: string): Promise<boolean> {
    // Browsers offer the clipboard only on https and localhost.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    say(isCopied ? copied : byHand);
    return isCopied ?? false;
  }
  return { said, copy };
}
