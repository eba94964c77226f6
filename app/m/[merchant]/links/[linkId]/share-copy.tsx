"use client";

import type { ShareChannel } from "@/lib/payment-links/schema";
import { CopyButton } from "@/lib/ui/copy-button";
import type { CopyWords } from "@/lib/ui/use-copy";
import { useTellShared } from "./use-tell-shared";

/** Copies the address or the whole message, which is a way of sharing it. */
export function ShareCopy({
  path,
  channel,
  ...copy
}: {
  path: string;
  channel: ShareChannel;
  text: string;
  label: string;
  words: CopyWords;
  className?: string;
}) {
  const tell = useTellShared(path);
  return (
    <CopyButton {...copy} withoutScripts={{ name: "ways", value: "copy" }} onCopied={() => tell(channel)} />
  );
}
