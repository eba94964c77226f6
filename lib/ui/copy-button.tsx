"use client";

import type { MouseEvent } from "react";
import { Icon } from "@/lib/ui/icon";
import { type CopyLabels, useCopy } from "@/lib/ui/use-copy";

/** Copies a text and confirms that for a moment. Where the browser does not allow it, it says how to copy by hand. */
export function CopyButton({
  text,
  label,
  labels,
  className = "button button-stacked button-quiet",
  withoutScripts,
  onCopied,
}: {
  text: string;
  label: string;
  labels: CopyLabels;
  className?: string;
  /** What its form sends when there are no scripts to copy with. */
  withoutScripts?: { name: string; value: string };
  onCopied?: () => void;
}) {
  const { said, copy } = useCopy(labels);
  async function take(event: MouseEvent) {
    event.preventDefault();
    if (await copy(text)) onCopied?.();
  }
  return (
    <button
      type={withoutScripts ? "submit" : "button"}
      {...withoutScripts}
      onClick={take}
      className={className}
    >
      <Icon name={said === labels.copied ? "check" : "copy"} />
      {said ?? label}
      <span role="status" className="sr-only">
        {said}
      </span>
    </button>
  );
}
