"use client";

import type { ShareChannel } from "@/lib/domain/payment-links/schema";
import { CopyButton } from "@/lib/ui/copy-button";
import type { CopyLabels } from "@/lib/ui/use-copy";
import { useTrackShare } from "./use-track-share";

/** Copies the address or the whole message, which counts as sharing. */
export function ShareCopy({
  path,
  channel,
  ...copy
}: {
  path: string;
  channel: ShareChannel;
  text: string;
  label: string;
  labels: CopyLabels;
  className?: string;
}) {
  const track = useTrackShare(path);
  return (
    <CopyButton {...copy} withoutScripts={{ name: "ways", value: "copy" }} onCopied={() => track(channel)} />
  );
}
