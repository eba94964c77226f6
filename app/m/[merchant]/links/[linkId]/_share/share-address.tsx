"use client";

import { Icon } from "@/lib/ui/icon";
import { type CopyLabels, useCopy } from "@/lib/ui/use-copy";
import { useTrackShare } from "./use-track-share";

/** The link's address, which is copied with one tap. Without scripts it is text that can be selected. */
export function ShareAddress({
  path,
  url,
  label,
  labels,
}: {
  path: string;
  url: string;
  label: string;
  labels: CopyLabels;
}) {
  const { said, copy } = useCopy(labels);
  const track = useTrackShare(path);
  async function take() {
    if (await copy(url)) track("copied_link");
  }
  return (
    <>
      <button type="button" onClick={take} className="touch w-full justify-between gap-4 noscript:hidden">
        <span className="text-left font-mono text-small wrap-anywhere">{url}</span>
        <span className="inline-flex items-center gap-1 text-small font-bold">
          <Icon name={said === labels.copied ? "check" : "copy"} className="size-4" />
          {said ?? label}
        </span>
        <span role="status" className="sr-only">
          {said}
        </span>
      </button>
      <p className="hidden py-3 font-mono text-small wrap-anywhere select-all noscript:block">{url}</p>
    </>
  );
}
