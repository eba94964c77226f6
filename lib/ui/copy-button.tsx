"use client";

import { useState } from "react";
import { Icon } from "@/lib/ui/icon";

const shownMs = 2_500;

/** Copies a text, says so for a moment, and where the browser does not allow it says how to do it by hand. */
export function CopyButton({
  text,
  label,
  copied,
  byHand,
}: {
  text: string;
  label: string;
  copied: string;
  byHand: string;
}) {
  const [said, setSaid] = useState<string | null>(null);
  async function copy() {
    // Browsers offer the clipboard on https and localhost only.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(done ? copied : byHand);
    setTimeout(() => setSaid(null), shownMs);
  }
  return (
    <button type="button" onClick={copy} className="button button-stacked button-quiet">
      <Icon name={said === copied ? "check" : "copy"} />
      {said ?? label}
      <span role="status" className="sr-only">
        {said}
      </span>
    </button>
  );
}
